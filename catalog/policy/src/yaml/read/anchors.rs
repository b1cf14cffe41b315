//! The values of anchors, and a limit for the work of copying them.

use alloc::collections::BTreeMap;

use super::super::COPY_LIMIT;
use crate::json::{Data, Value};

/// The size of a value without its text, as [`COPY_LIMIT`] counts it.
const VALUE_SIZE: usize = 64;

/// The anchors of a document.
#[derive(Debug, Default)]
pub(super) struct Anchors<'a> {
    values: BTreeMap<usize, Anchored<'a>>,
    /// The size of all copies so far, in all documents.
    copied: usize,
}

/// The value of an anchor.
#[derive(Clone, Debug)]
pub(super) struct Anchored<'a> {
    pub(super) value: Value<'a>,
    /// The number of nested lists and objects.
    pub(super) height: usize,
}

/// The error if copies exceed [`COPY_LIMIT`].
#[derive(Debug)]
pub(super) struct TooManyCopies;

impl<'a> Anchors<'a> {
    /// Forgets the anchors of the previous document.
    pub(super) fn clear(&mut self) {
        self.values.clear();
    }

    /// Stores a copy of the value of an anchor.
    pub(super) fn define(&mut self, id: usize, value: &Value<'a>, height: usize) -> Result<(), TooManyCopies> {
        self.count(value)?;
        self.values.insert(id, Anchored { value: value.clone(), height });
        Ok(())
    }

    /// Returns a copy of the value of an anchor, or `None` if the anchor has no value in this document yet.
    pub(super) fn copy(&mut self, id: usize) -> Result<Option<Anchored<'a>>, TooManyCopies> {
        let Some(anchored) = self.values.get(&id) else { return Ok(None) };
        let copy = anchored.clone();
        self.count(&copy.value)?;
        Ok(Some(copy))
    }

    fn count(&mut self, value: &Value<'_>) -> Result<(), TooManyCopies> {
        self.copied = self.copied.saturating_add(size(value));
        if self.copied > COPY_LIMIT { Err(TooManyCopies) } else { Ok(()) }
    }
}

/// Returns the size of a value with all values inside of it.
fn size(value: &Value<'_>) -> usize {
    let inside = match &value.data {
        Data::Number(text) | Data::String(text) => text.len(),
        Data::Array(items) => items.iter().map(size).fold(0, usize::saturating_add),
        Data::Object(members) => members
            .iter()
            .map(|member| member.name.len().saturating_add(size(&member.value)))
            .fold(0, usize::saturating_add),
        _ => 0,
    };
    inside.saturating_add(VALUE_SIZE)
}
