//! `cargo xtask regen`: the whole road, from the pages to the generated files.

use crate::diagnostic::Diagnostic;
use crate::emit::{self, File, Named};
use crate::pipeline::{self, Failure};
use crate::read::{self, Folder};
use crate::write::{self, Plan};
use crate::{check, quirks};
use std::fmt;
use std::path::Path;

/// Where to read and where to write.
#[derive(Clone, Copy, Debug)]
pub struct Places<'a> {
    /// The folder of pages.
    pub docs_src: &'a Path,
    /// What messages call the folder of pages.
    pub docs_src_shown: &'a str,
    /// The workspace root to write into.
    pub out: &'a Path,
    /// What messages call the workspace root; empty for the one that the user stands in.
    pub out_shown: &'a str,
}

/// How much the reference holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Pages.
    pub pages: usize,
    /// Service prefixes.
    pub services: usize,
    /// Actions.
    pub actions: usize,
    /// Resource types.
    pub resource_types: usize,
    /// Condition keys.
    pub condition_keys: usize,
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = [
            (self.pages, "page", "pages"),
            (self.services, "service", "services"),
            (self.actions, "action", "actions"),
            (self.resource_types, "resource type", "resource types"),
            (self.condition_keys, "condition key", "condition keys"),
        ];
        for (nth, (count, one, many)) in words.into_iter().enumerate() {
            let comma = if nth == 0 { "" } else { ", " };
            write!(f, "{comma}{count} {}", if count == 1 { one } else { many })?;
        }
        Ok(())
    }
}

/// Reads the pages and works out what would have to change, without changing anything.
///
/// # Errors
///
/// Everything that is wrong with the pages or in the way of the files.
pub fn plan(places: Places<'_>) -> Result<(Counts, Plan), Failure> {
    let mut errors = Vec::new();
    let folder = read::folder(places.docs_src, places.docs_src_shown, &mut errors);
    let (counts, files) = generate(&folder, &mut errors);
    if !errors.iter().any(Diagnostic::is_error) {
        let plan = write::plan(places.out, places.out_shown, files, &mut errors);
        if !errors.iter().any(Diagnostic::is_error) {
            return Ok((counts, plan));
        }
    }
    Err(Failure { errors, folder })
}

/// The text of every file, from what was read; no file if anything is wrong.
#[must_use]
pub fn generate(folder: &Folder, errors: &mut Vec<Diagnostic>) -> (Counts, Vec<File>) {
    let quirks = folder
        .quirks
        .and_then(|file| folder.sources.get(file).map(|source| quirks::parse(file, &source.text, errors)))
        .unwrap_or_default();
    let lowered = pipeline::services(folder, errors);
    // Identifiers that meet are worth reporting only once the names are settled.
    if errors.iter().any(Diagnostic::is_error) {
        return (Counts::default(), Vec::new());
    }
    let identifiers = check::identifiers(&lowered, &quirks, errors);
    if errors.iter().any(Diagnostic::is_error) {
        return (Counts::default(), Vec::new());
    }
    let services: Vec<Named<'_>> = lowered
        .iter()
        .zip(&identifiers)
        .map(|(lowered, identifiers)| Named { service: &lowered.service, identifiers })
        .collect();
    let count = |of: fn(&Named<'_>) -> usize| services.iter().map(of).sum();
    let counts = Counts {
        pages: folder.pages.len(),
        services: services.len(),
        actions: count(|named| named.service.actions.len()),
        resource_types: count(|named| named.service.resource_types.len()),
        condition_keys: count(|named| named.service.condition_keys.len()),
    };
    (counts, emit::files(&services))
}
