//! Tests of the walk: the order of findings, configurations, and policies that are made to take long.

mod config;
mod hostile;
mod order;
