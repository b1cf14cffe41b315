//! The rows of one page, shaped like the page: the same rows for every Markdown form, each piece with its place.
//!
//! Nothing is judged yet. Words are still words: access levels, types and references become facts in `lower`.

use crate::diagnostic::Place;
use crate::row_totals::RowCounts;
use crate::slice::Slice;
use crate::source::{FileId, Span};

/// The rows of one page.
#[derive(Clone, Debug)]
pub struct PageRows<'a> {
    /// The file.
    pub file: FileId,
    /// The file's name.
    pub file_name: &'a str,
    /// The service's name.
    pub name: Slice<'a>,
    /// The service prefix.
    pub prefix: Slice<'a>,
    /// The section on API operations, which only today's pages have.
    pub operations: SectionRows<Operation<'a>>,
    /// The section on actions.
    pub actions: SectionRows<Action<'a>>,
    /// The section on permission-only actions, which only today's pages have; older ones mark such actions.
    pub permission_only: SectionRows<Action<'a>>,
    /// The section on resource types.
    pub resource_types: SectionRows<ResourceType<'a>>,
    /// The section on condition keys.
    pub condition_keys: SectionRows<ConditionKey<'a>>,
    /// The rows that the bare lines show.
    pub counted: CountedRows,
}

/// The rows that the bare lines of a page show, counted without Markdown.
#[derive(Clone, Debug, Default)]
pub struct CountedRows {
    /// The number of rows.
    pub counts: RowCounts,
    /// The lines that name an action, an operation, a resource type or a condition key.
    pub names: Vec<Span>,
}

/// The rows of a section, or the reason why there are none.
#[derive(Clone, Debug)]
pub enum SectionRows<T> {
    /// The rows of its table; none where the page says that there are none.
    Stated(Vec<T>),
    /// The page leaves the table out.
    LeftOut,
    /// The page has no such section. Where every page must have it, an error has said so.
    Absent,
    /// The section could not be read. An error says why, so nothing that depends on it needs to complain again.
    Unreadable,
}

impl<T> SectionRows<T> {
    /// Whether the page says all that belongs into the section.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        matches!(self, Self::Stated(_))
    }

    /// The rows, none if there is no table.
    #[must_use]
    pub fn rows(&self) -> &[T] {
        match self {
            Self::Stated(rows) => rows,
            Self::LeftOut | Self::Absent | Self::Unreadable => &[],
        }
    }
}

/// The cell that names an action, a resource type or a condition key.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    /// The name, still escaped.
    pub text: Slice<'a>,
    /// The link's target exactly as the page has it; `None` if there is no link.
    pub url: Option<Slice<'a>>,
}

/// A name in a cell that lists names which other sections define.
#[derive(Clone, Copy, Debug)]
pub struct Reference<'a> {
    /// The name, still escaped; that of a resource type with the asterisk of a required one.
    pub text: Slice<'a>,
    /// Whether it is a link. AWS's generator writes a name that it cannot resolve without one.
    pub is_link: bool,
}

/// An action.
#[derive(Clone, Debug)]
pub struct Action<'a> {
    /// Its name.
    pub name: Name<'a>,
    /// Whether it is marked as permission-only, or stands in the section of those.
    pub permission_only: bool,
    /// Its description; may be empty.
    pub description: Slice<'a>,
    /// Its access levels, one piece for each place where the page has them; each may be empty.
    pub access_levels: Vec<Slice<'a>>,
    /// The rows with the things that it takes; never empty.
    pub rows: Vec<Requirement<'a>>,
    /// Its scenarios.
    pub scenarios: Vec<Scenario<'a>>,
}

/// A scenario of an action.
#[derive(Clone, Debug)]
pub struct Scenario<'a> {
    /// Its name.
    pub name: Slice<'a>,
    /// Its resource types.
    pub resource_types: Vec<Reference<'a>>,
}

/// An API operation.
#[derive(Clone, Debug)]
pub struct Operation<'a> {
    /// Its name.
    pub name: Name<'a>,
    /// Its SDK client, if the page has one; may be empty.
    pub sdk_client: Option<Slice<'a>>,
    /// The actions that authorize it, row by row.
    pub actions: Vec<AuthorizedAction<'a>>,
}

/// One row of an operation.
#[derive(Clone, Debug)]
pub struct AuthorizedAction<'a> {
    /// The action as `service:Action`, with a link into this page if it is defined here.
    pub action: Name<'a>,
    /// The condition key with fixed values, if the cell names one.
    pub condition_key: Option<Name<'a>>,
    /// Those values.
    pub values: Vec<Slice<'a>>,
    /// The access levels; may be empty.
    pub access_levels: Option<Slice<'a>>,
}

/// One row of an action.
#[derive(Clone, Debug)]
pub struct Requirement<'a> {
    /// Its resource types.
    pub resource_types: Vec<Reference<'a>>,
    /// Its condition keys.
    pub condition_keys: Vec<Reference<'a>>,
    /// Its dependent actions, each as `service:Action`, if the page has a place for them.
    pub dependent_actions: Option<Vec<Name<'a>>>,
}

/// A resource type.
#[derive(Clone, Debug)]
pub struct ResourceType<'a> {
    /// Its name.
    pub name: Name<'a>,
    /// Its ARN formats; may be empty.
    pub arn: Slice<'a>,
    /// Its condition keys.
    pub condition_keys: Vec<Reference<'a>>,
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

/// The place of a name of the model on its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The page.
    pub file: FileId,
    /// The name.
    pub span: Span,
}

impl Origin {
    /// Returns the place of the name, for a message.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::Text(self.file, self.span.clone())
    }
}
