//! The rows of a page, which have the same shape for every Markdown layout. Each part includes its place on the page.
//!
//! Nothing is interpreted yet: access levels, types and references are still strings. The stage `lower` turns them into
//! facts.

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
    /// The section on API operations. Only today's pages have it.
    pub operations: SectionRows<Operation<'a>>,
    /// The section on actions.
    pub actions: SectionRows<Action<'a>>,
    /// The section on permission-only actions. Only today's pages have it, and older pages mark such actions instead.
    pub permission_only: SectionRows<Action<'a>>,
    /// The section on resource types.
    pub resource_types: SectionRows<ResourceType<'a>>,
    /// The section on condition keys.
    pub condition_keys: SectionRows<ConditionKey<'a>>,
    /// The rows in the raw lines.
    pub counted: CountedRows,
}

/// The rows in the raw lines of a page, counted without a Markdown parser.
#[derive(Clone, Debug, Default)]
pub struct CountedRows {
    /// The number of rows.
    pub counts: RowCounts,
    /// The lines that name an action, an operation, a resource type or a condition key.
    pub names: Vec<Span>,
}

/// The rows of a section, or the reason for their absence.
#[derive(Clone, Debug)]
pub enum SectionRows<T> {
    /// The rows of the section's table. Empty if the page states that there are none.
    Stated(Vec<T>),
    /// The page leaves the table out.
    LeftOut,
    /// The page does not have this section. If the section is required, an error was reported.
    Absent,
    /// The section could not be read. An error was reported, so names that depend on the section cause no further
    /// errors.
    Unreadable,
}

impl<T> SectionRows<T> {
    /// Returns true if the page states the full contents of the section.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        matches!(self, Self::Stated(_))
    }

    /// Returns the rows, or an empty slice if there is no table.
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
    /// The link's target exactly as on the page. `None` if there is no link.
    pub url: Option<Slice<'a>>,
}

/// A name in a cell that lists names from other sections.
#[derive(Clone, Copy, Debug)]
pub struct Reference<'a> {
    /// The name, still escaped. The name of a required resource type includes its asterisk.
    pub text: Slice<'a>,
    /// Whether the name is a link. AWS's generator does not link names that it cannot resolve.
    pub is_link: bool,
}

/// An action.
#[derive(Clone, Debug)]
pub struct Action<'a> {
    /// The name.
    pub name: Name<'a>,
    /// Whether the action is marked as permission-only or is in the section of permission-only actions.
    pub permission_only: bool,
    /// The description. May be empty.
    pub description: Slice<'a>,
    /// The access levels, with one slice for each place on the page that states them. Each may be empty.
    pub access_levels: Vec<Slice<'a>>,
    /// The rows with the types and keys that the action accepts. Never empty.
    pub rows: Vec<Requirement<'a>>,
    /// The scenarios.
    pub scenarios: Vec<Scenario<'a>>,
}

/// A scenario of an action.
#[derive(Clone, Debug)]
pub struct Scenario<'a> {
    /// The name.
    pub name: Slice<'a>,
    /// The resource types.
    pub resource_types: Vec<Reference<'a>>,
}

/// An API operation.
#[derive(Clone, Debug)]
pub struct Operation<'a> {
    /// The name.
    pub name: Name<'a>,
    /// The SDK client, if the page states one. May be empty.
    pub sdk_client: Option<Slice<'a>>,
    /// The actions that authorize the operation, one per row.
    pub actions: Vec<AuthorizedAction<'a>>,
}

/// A row of an operation.
#[derive(Clone, Debug)]
pub struct AuthorizedAction<'a> {
    /// The action in the form `service:Action`, with a link into this page if the page defines it.
    pub action: Name<'a>,
    /// The condition key with fixed values, if the cell names one.
    pub condition_key: Option<Name<'a>>,
    /// The fixed values of the condition key.
    pub values: Vec<Slice<'a>>,
    /// The access levels. May be empty.
    pub access_levels: Option<Slice<'a>>,
}

/// A row of an action.
#[derive(Clone, Debug)]
pub struct Requirement<'a> {
    /// The resource types.
    pub resource_types: Vec<Reference<'a>>,
    /// The condition keys.
    pub condition_keys: Vec<Reference<'a>>,
    /// The dependent actions, each in the form `service:Action`, if the page has a place for them.
    pub dependent_actions: Option<Vec<Name<'a>>>,
}

/// A resource type.
#[derive(Clone, Debug)]
pub struct ResourceType<'a> {
    /// The name.
    pub name: Name<'a>,
    /// The ARN formats. May be empty.
    pub arn: Slice<'a>,
    /// The type's condition keys.
    pub condition_keys: Vec<Reference<'a>>,
}

/// A condition key.
#[derive(Clone, Debug)]
pub struct ConditionKey<'a> {
    /// The name.
    pub name: Name<'a>,
    /// The description. May be empty.
    pub description: Slice<'a>,
    /// The type of the key's value. May be empty.
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
