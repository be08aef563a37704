//! The pages and the API of `monitoring`, as a browser and a program meet them.
