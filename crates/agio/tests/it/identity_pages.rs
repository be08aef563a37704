//! The pages and the API of `identity`, as a browser and a program meet them.
