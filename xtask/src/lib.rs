//! Reads AWS's service authorization reference and writes the catalog.
//!
//! Each stage that a fact passes through is a module: [`read`] → [`parse`] → [`rows`] → [`lower`] → [`merge`] →
//! [`model`] → [`check`] → [`emit`] → [`mod@write`]. Only the stages up to [`rows`] handle Markdown, and only the
//! stages up to [`check`] handle places in a page. From [`emit`] on, there are only strings. Every problem becomes a
//! [`diagnostic`]. If any diagnostic is an error, nothing is written.
//!
//! Before anything is written, [`loss_check`] compares the new files with the existing ones, which [`read_back`] reads.
//! [`diff`] reports the changes in meaning between two states of the reference.
//!
//! # Example
//! ```
//! use xtask::source::{Source, Sources};
//!
//! let page = Source {
//!     name: "list_example.md".into(),
//!     path: "docs-src/list_example.md".into(),
//!     text: "# Actions, resources, and condition keys for Example\n".into(),
//! };
//! let file = Sources::default().add(page.clone());
//! let known_errors = xtask::facts::known_errors::KnownErrors::repository();
//! let (service, found) = xtask::pipeline::page(file, &page, &known_errors);
//! assert!(service.is_none() && !found.is_empty(), "the page has a title and nothing more");
//! ```

pub mod change_check;
pub mod changelog;
pub mod check;
pub mod cli;
pub mod commands;
pub mod counts;
pub mod diagnostic;
pub mod diff;
pub mod editions;
pub mod emit;
pub mod export;
pub mod facts;
pub mod history;
pub mod import;
pub mod loss_check;
pub mod lower;
pub mod merge;
pub mod messages;
pub mod model;
pub mod parse;
pub mod pipeline;
pub mod previous;
pub mod printable;
pub mod progress;
pub mod question;
pub mod read;
pub mod read_back;
pub mod regen;
pub mod report;
pub mod row_totals;
pub mod rows;
pub mod rules;
pub mod rust_names;
pub mod slice;
pub mod source;
pub mod suggest;
pub mod sync;
pub mod template_schemas;
pub mod unread;
pub mod workspace;
pub mod write;
