//! The output formats of findings, one per file.

mod checked;
mod format;
mod github;
mod gitlab;
mod json;
pub(crate) mod json_tree;
mod junit;
mod markdown;
mod report;
mod rows;
mod sarif;
mod summary;
mod text;
mod writer;

pub(crate) use checked::Checked;
pub(crate) use format::Format;
pub(crate) use junit::Xml;
pub(crate) use summary::Summary;
pub(crate) use writer::Writer;
