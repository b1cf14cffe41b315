//! What one page says, shaped like the page: the same rows for every Markdown form, each piece with its place.
//!
//! Nothing is judged yet. Words are still words: access levels, types and references become facts in `lower`.

use crate::slice::Slice;
use crate::source::{FileId, Span};

/// One page.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// The file.
    pub file: FileId,
    /// The file's name.
    pub file_name: &'a str,
    /// The service's name.
    pub name: Slice<'a>,
    /// The service prefix.
    pub prefix: Slice<'a>,
    /// The section on actions.
    pub actions: Section<Action<'a>>,
    /// The section on resource types.
    pub resource_types: Section<ResourceType<'a>>,
    /// The section on condition keys.
    pub condition_keys: Section<ConditionKey<'a>>,
}

/// What a section holds.
#[derive(Clone, Debug)]
pub enum Section<T> {
    /// The rows of its table; none where the page says that there are none.
    Stated(Vec<T>),
    /// The page leaves the table out.
    LeftOut,
    /// The section could not be read. An error says why, so nothing that depends on it needs to complain again.
    Unreadable,
}

impl<T> Section<T> {
    /// The rows, none if there is no table.
    #[must_use]
    pub fn rows(&self) -> &[T] {
        match self {
            Self::Stated(rows) => rows,
            Self::LeftOut | Self::Unreadable => &[],
        }
    }
}

/// The cell that names an action, a resource type or a condition key.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    /// The name, still escaped.
    pub text: Slice<'a>,
    /// The link's target exactly as the page has it; `None` if there is no link or its target is empty.
    pub url: Option<&'a str>,
}

/// An action.
#[derive(Clone, Debug)]
pub struct Action<'a> {
    /// Its name.
    pub name: Name<'a>,
    /// Whether it is marked as permission-only.
    pub permission_only: bool,
    /// Its description; may be empty.
    pub description: Slice<'a>,
    /// Its access levels, if the page has a place for them; may be empty.
    pub access_levels: Option<Slice<'a>>,
    /// What it takes, row by row.
    pub rows: Vec<Requirement<'a>>,
}

/// One row of an action.
#[derive(Clone, Debug)]
pub struct Requirement<'a> {
    /// The names of its resource types, still escaped, with the asterisk of a required one.
    pub resource_types: Vec<Slice<'a>>,
    /// The names of its condition keys, still escaped.
    pub condition_keys: Vec<Slice<'a>>,
    /// Its dependent actions, if the page has a place for them; may be empty.
    pub dependent_actions: Option<Slice<'a>>,
}

/// A resource type.
#[derive(Clone, Debug)]
pub struct ResourceType<'a> {
    /// Its name.
    pub name: Name<'a>,
    /// Its ARN formats; may be empty.
    pub arn: Slice<'a>,
    /// The names of its condition keys, still escaped.
    pub condition_keys: Vec<Slice<'a>>,
}

/// A condition key.
#[derive(Clone, Debug)]
pub struct ConditionKey<'a> {
    /// Its name.
    pub name: Name<'a>,
    /// Its description; may be empty.
    pub description: Slice<'a>,
    /// The type of its value; may be empty.
    pub value_type: Slice<'a>,
}

/// Where a name of the model stands on its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The page.
    pub file: FileId,
    /// The name.
    pub span: Span,
}
