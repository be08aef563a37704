//! The pages and the API of `participation`, as a browser and a program meet them.
