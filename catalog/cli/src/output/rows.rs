//! Writes a JSON array row by row, with one row per line.

use std::{
    fmt::Display,
    io::{self, Write},
};

/// A JSON array that is written row by row.
#[derive(Default)]
pub(crate) struct Rows {
    /// Whether the array has been opened.
    is_open: bool,
}

impl Rows {
    /// Writes a row.
    pub(crate) fn add(&mut self, out: &mut dyn Write, row: impl Display) -> io::Result<()> {
        out.write_all(if self.is_open { b",\n" } else { b"[\n" })?;
        self.is_open = true;
        write!(out, "{row}")
    }

    /// Writes the end of the array.
    pub(crate) fn finish(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.is_open { b"\n]\n" } else { b"[]\n" })
    }
}
