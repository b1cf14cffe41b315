//! Errors and warnings: one shape for all of them, and how people and tools see them.

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
