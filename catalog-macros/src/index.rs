//! The index of names for the checking macros: reads the generated file `index.txt` and looks names up in it.
//!
//! A service begins with the line `[prefix module] Name`, or `[prefix module actions-left-out] Name` if AWS's page of
//! the service has no Actions table. The following lines have one name each:
//!
//! * the actions: AWS's name, then a space and the variant if it differs;
//! * after `# condition keys`: AWS's name, a space and the variant, then a colon and the type if the page states it;
//! * after `# condition keys not defined`: condition keys that AWS's page uses but does not define;
//! * after `# operations`: an API operation that is not an action, then the actions that authorize it, separated by
//!   spaces.
//!
//! No name begins with `[` or `#`, although a name can contain these characters.
//!
//! The macros run without optimization, so the index does as little work as possible. It splits a service into names
//! only when the service is queried.

use std::sync::OnceLock;

#[cfg(feature = "policy")]
use catalog_core::ConditionKeyType;
use catalog_core::{
    AuthorizingActionTable, AuthorizingActions, NameKind, ascii_case,
    resolve::{Catalog, ServiceNames},
};

/// The names of one service.
#[derive(Debug)]
pub(crate) struct ServiceIndex {
    /// The service prefix.
    pub(crate) prefix: &'static str,
    /// The module of `catalog`.
    pub(crate) module: &'static str,
    /// AWS's name for the service.
    pub(crate) name: &'static str,
    /// Whether AWS's page of the service has no Actions table.
    pub(crate) actions_left_out: bool,
    /// The lines after the first.
    names: &'static str,
}

/// The part of a service's lines that holds the names of one kind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Actions,
    ConditionKeys,
    UndefinedConditionKeys,
    Operations,
}

impl Section {
    /// Returns the section that a heading begins.
    fn from_heading(line: &str) -> Self {
        match line {
            "# condition keys" => Self::ConditionKeys,
            "# condition keys not defined" => Self::UndefinedConditionKeys,
            _ => Self::Operations,
        }
    }
}

impl ServiceIndex {
    /// Parses the lines of a service, without the opening bracket.
    fn from_text(text: &'static str) -> Option<Self> {
        let (head, names) = text.split_once('\n').unwrap_or((text, ""));
        let (head, name) = head.split_once("] ")?;
        let mut words = head.split(' ');
        let (prefix, module) = (words.next()?, words.next()?);
        Some(Self { prefix, module, name, actions_left_out: words.next().is_some(), names })
    }

    /// Returns the lines of a section.
    fn lines(&self, wanted: Section) -> impl Iterator<Item = &'static str> + use<> {
        let mut section = Section::Actions;
        let (mut lines, mut rest) = split_at_line(self.names, '#');
        while section != wanted {
            let Some((heading, following)) = rest.split_once('\n') else { return "".lines() };
            section = Section::from_heading(heading);
            (lines, rest) = split_at_line(following, '#');
        }
        lines.lines()
    }

    /// Returns the names of a kind, each with its variant and type as written, in catalog order.
    fn entries(&self, kind: NameKind) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        let section = match kind {
            NameKind::Action => Some(Section::Actions),
            NameKind::ConditionKey => Some(Section::ConditionKeys),
            _ => None,
        };
        let lines = section.map(|section| self.lines(section)).into_iter().flatten();
        lines.map(|line| line.rsplit_once(' ').unwrap_or((line, line)))
    }

    /// Returns the condition keys that the page uses but does not define.
    pub(crate) fn undefined_keys(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.lines(Section::UndefinedConditionKeys)
    }

    /// Returns the variant at a position.
    pub(crate) fn variant(&self, kind: NameKind, position: usize) -> Option<&'static str> {
        let (_, variant) = self.entries(kind).nth(position)?;
        Some(variant.split_once(':').map_or(variant, |(variant, _)| variant))
    }

    /// Returns the value type of the condition key at a position, if the page states it.
    #[cfg(feature = "policy")]
    pub(crate) fn key_type(&self, position: usize) -> Option<ConditionKeyType> {
        let (_, variant) = self.entries(NameKind::ConditionKey).nth(position)?;
        ConditionKeyType::from_name(variant.split_once(':')?.1)
    }
}

impl ServiceNames for &'static ServiceIndex {
    fn prefix(self) -> &'static str {
        self.prefix
    }

    fn name(self) -> &'static str {
        self.name
    }

    fn actions_are_left_out(self) -> bool {
        self.actions_left_out
    }

    fn names(self, kind: NameKind) -> impl Iterator<Item = &'static str> {
        self.entries(kind).map(|(name, _)| name)
    }

    fn operation(self, name: &str) -> Option<AuthorizingActions> {
        let is_named = |line: &str| line.split(' ').next().is_some_and(|known| ascii_case::eq(known, name));
        let operation = self.lines(Section::Operations).position(is_named)?;
        Some(AuthorizingActions::new(self, u16::try_from(operation).ok()?))
    }
}

impl AuthorizingActionTable for ServiceIndex {
    fn action(&self, operation: u16, nth: usize) -> Option<&'static str> {
        self.lines(Section::Operations).nth(usize::from(operation))?.split(' ').skip(1).nth(nth)
    }
}

/// The names of all services, sorted by prefix.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Index(pub(crate) &'static [ServiceIndex]);

impl Index {
    /// Returns the index of all services of `catalog`.
    pub(crate) fn of_catalog() -> Self {
        static SERVICES: OnceLock<Vec<ServiceIndex>> = OnceLock::new();
        Self(SERVICES.get_or_init(|| services(include_str!("index.txt"))))
    }
}

/// Splits an index into its services.
pub(crate) fn services(text: &'static str) -> Vec<ServiceIndex> {
    let mut starts = lines_with(text, '[').peekable();
    let mut services = Vec::new();
    while let Some(start) = starts.next() {
        let end = starts.peek().copied().unwrap_or(text.len());
        services.extend(text.get(start + 1..end).and_then(ServiceIndex::from_text));
    }
    services
}

/// Returns the byte offsets of the lines that begin with a mark.
fn lines_with(text: &str, mark: char) -> impl Iterator<Item = usize> {
    // Searching for one byte is fast, even without optimization.
    let begins_line = |at: &usize| at.checked_sub(1).is_none_or(|before| text.as_bytes().get(before) == Some(&b'\n'));
    text.match_indices(mark).map(|(at, _)| at).filter(begins_line)
}

/// Splits a string at the first line that begins with a mark.
fn split_at_line(text: &str, mark: char) -> (&str, &str) {
    lines_with(text, mark).next().and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}

impl Catalog for Index {
    type Service = &'static ServiceIndex;

    fn services(self) -> impl Iterator<Item = &'static ServiceIndex> {
        self.0.iter()
    }
}
