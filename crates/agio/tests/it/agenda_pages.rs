//! The pages and the API of `agenda`, as a browser and a program meet them.
