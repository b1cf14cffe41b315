//! Defines the kinds of sections and the words that identify them.

use crate::slice::Slice;

/// The kind of a section. The kinds are in the order in which AWS puts the sections on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SectionKind {
    Operations,
    Actions,
    PermissionOnly,
    ResourceTypes,
    ConditionKeys,
}

/// The beginnings of headings, matched case-insensitively. The service's name after them can be a short name.
pub(crate) const HEADINGS: [(&str, SectionKind); 6] = [
    ("API operations defined by", SectionKind::Operations),
    ("Actions defined by", SectionKind::Actions),
    ("Permission-only actions for", SectionKind::PermissionOnly),
    ("Resource types defined by", SectionKind::ResourceTypes),
    ("Resources defined by", SectionKind::ResourceTypes),
    ("Condition keys for", SectionKind::ConditionKeys),
];

impl SectionKind {
    /// Every kind, in the order of the sections.
    pub(crate) const ALL: [Self; 5] =
        [Self::Operations, Self::Actions, Self::PermissionOnly, Self::ResourceTypes, Self::ConditionKeys];

    /// The sections that every page has, regardless of its form.
    pub(crate) const NEEDED: [Self; 3] = [Self::Actions, Self::ResourceTypes, Self::ConditionKeys];

    /// Returns the noun for the items of the section.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Operations => "API operations",
            Self::Actions => "actions",
            Self::PermissionOnly => "permission-only actions",
            Self::ResourceTypes => "resource types",
            Self::ConditionKeys => "condition keys",
        }
    }

    /// Returns the heading of the section.
    pub(crate) fn heading(self) -> &'static str {
        match self {
            Self::Operations => "## API operations defined by …",
            Self::Actions => "## Actions defined by …",
            Self::PermissionOnly => "## Permission-only actions for …",
            Self::ResourceTypes => "## Resource types defined by …",
            Self::ConditionKeys => "## Condition keys for …",
        }
    }

    /// Returns the words that AWS writes after the service's name in a section without items.
    pub(crate) fn none(self) -> &'static [&'static str] {
        match self {
            Self::Operations => &["has no api operations"],
            Self::Actions => &["has no api operations that can be used"],
            Self::PermissionOnly => &["has no permission-only actions", "has no api operations that can be used"],
            Self::ResourceTypes => &["has no service-defined resources", "does not support specifying a resource arn"],
            Self::ConditionKeys => &["has no service-specific context keys", "has no service-specific condition keys"],
        }
    }
}

/// Returns the section whose heading a line resembles. Ignores marks before the words, such as those of headings,
/// emphasis, items and comments.
pub(crate) fn read_like_heading(line: Slice<'_>) -> Option<SectionKind> {
    begins_like_heading(line.raw().trim_start_matches(['#', '\\', ' ', '\t', '*', '_', '`', '>', '+', '-', '<', '!']))
}

/// Returns the section whose heading has the same beginning as a string.
pub(crate) fn begins_like_heading(text: &str) -> Option<SectionKind> {
    let begins = |start: &str| text.get(..start.len()).is_some_and(|front| front.eq_ignore_ascii_case(start));
    HEADINGS.iter().find(|(start, _)| begins(start)).map(|(_, kind)| *kind)
}
