//! Errors and warnings: their type, their codes, and their output for people and for tools.

mod code;
mod excerpt;
mod json;
mod render;
mod reporter;
mod severity;
mod types;

pub use code::Code;
pub use json::Json;
pub use render::{Color, Quota, line, render, render_within};
pub use reporter::Reporter;
pub use severity::Severity;
pub use types::{Diagnostic, Place};
