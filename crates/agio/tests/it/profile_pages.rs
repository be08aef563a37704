//! The pages and the API of `profile`, as a browser and a program meet them.
