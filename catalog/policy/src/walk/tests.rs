//! Tests of the walk: the order of findings, configurations, holes, and policies designed to take much time.

mod config;
mod holes;
mod hostile;
mod order;
