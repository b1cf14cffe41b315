//! Reads AWS's service authorization reference and writes the catalogue.
//!
//! The road of a fact, a module each: [`read`] → [`parse`] → [`rows`] → [`lower`] → [`merge`] → [`model`] →
//! [`check`] → [`emit`] → [`mod@write`]. Markdown ends at [`rows`], places in a page end at [`check`], and from [`emit`]
//! on there is only text. Whatever is wrong on the way is a [`diagnostic`], and then nothing is written.
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
//! let (service, found) = xtask::pipeline::page(file, &page);
//! assert!(service.is_none() && !found.is_empty(), "the page has a title and nothing more");
//! ```

pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod emit;
pub mod export;
pub mod ident;
pub mod lower;
pub mod merge;
pub mod model;
pub mod parse;
pub mod pipeline;
pub mod quirks;
pub mod read;
pub mod regen;
pub mod rows;
pub mod slice;
pub mod slips;
pub mod source;
pub mod suggest;
pub mod tally;
pub mod write;
