//! Baselines: files that list known findings, which are not reported.

mod entry;
mod file;
mod known;
mod write;

pub(super) use known::Known;
