//! Tests of the walk: the order of findings, the configuration, and policies made to take long.

mod config;
mod hostile;
mod order;
