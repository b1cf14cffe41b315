//! Tests of the walk: the order of findings, configurations, and policies designed to take much time.

mod config;
mod hostile;
mod order;
