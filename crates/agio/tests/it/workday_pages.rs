//! The pages and the API of `workday`, as a browser and a program meet them.
