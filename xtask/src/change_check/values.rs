//! The kinds of values that a name can have, and the values themselves.

use crate::model::{Action, Service};
use std::collections::{BTreeMap, BTreeSet};

/// The number of words of one value that a message shows.
const SHOWN: usize = 3;

/// Declares [`ValueKind`] from rows of variant, word, noun, noun of the owner and explanation.
macro_rules! kinds {
    ($($variant:ident $word:literal $noun:literal $of:literal $explanation:literal)+) => {
        /// A kind of value.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ValueKind { $(#[doc = $explanation] $variant,)+ }

        impl ValueKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the word for it in `--accept-change`, which is also that of its facts in `--accept-loss`.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Returns the noun for several values of the kind.
            #[must_use]
            pub fn noun(self) -> &'static str {
                match self { $(Self::$variant => $noun,)+ }
            }

            /// Returns the noun for the things that have them.
            #[must_use]
            pub fn of(self) -> &'static str {
                match self { $(Self::$variant => $of,)+ }
            }
        }
    };
}

kinds! {
    AccessLevels "access-levels" "access levels" "actions" "The access levels of an action."
    RequiredMarks "required-marks" "required marks" "resource types of actions" "Whether an action requires a resource type, in all rows together."
    ValueTypes "types" "types" "condition keys" "The type of a condition key."
    ArnFormats "arns" "ARN formats" "resource types" "The ARN formats of a resource type."
    PermissionOnly "permission-only" "permission-only marks" "actions" "Whether an action is permission-only."
    DependentActions "dependent-actions" "dependent actions" "actions" "The actions that an action needs as well."
}

/// A value: its words in no order, and how a message shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Value {
    words: BTreeSet<String>,
    none: &'static str,
}

impl Value {
    /// Returns how a message shows the value.
    pub(super) fn shown(&self) -> String {
        let shown: Vec<&str> = self.words.iter().map(String::as_str).take(SHOWN).collect();
        match self.words.len() - shown.len() {
            _ if shown.is_empty() => self.none.to_owned(),
            0 => shown.join(", "),
            more => format!("{} and {more} more", shown.join(", ")),
        }
    }

    /// Returns true if the loss check counts a change to `new` as a loss, too.
    pub(super) fn is_lost_in(&self, new: &Self, kind: ValueKind) -> bool {
        match kind {
            ValueKind::AccessLevels | ValueKind::ValueTypes => false,
            ValueKind::RequiredMarks => self.words.contains(REQUIRED) && !new.words.contains(REQUIRED),
            ValueKind::ArnFormats => new.words.len() < self.words.len(),
            ValueKind::PermissionOnly | ValueKind::DependentActions => !self.words.is_subset(&new.words),
        }
    }
}

/// The words for the marks of a resource type. Both are there if some rows require it.
const REQUIRED: &str = "required";
const OPTIONAL: &str = "optional";

/// The values of one kind that a service states, by the names that have them, in lower case: IAM ignores case.
///
/// The first of each pair is how a message shows the name.
pub(super) type Values = BTreeMap<String, (String, Value)>;

/// Returns the values of one kind that a service states.
pub(super) fn values(kind: ValueKind, service: &Service) -> Values {
    let actions = service.actions.iter();
    match kind {
        ValueKind::AccessLevels => actions
            .filter(|action| !action.access_levels.is_empty())
            .map(|action| entry(&action.name, action.access_levels.iter().map(|level| level.name().to_owned()), ""))
            .collect(),
        ValueKind::RequiredMarks => actions.flat_map(marks).collect(),
        ValueKind::ValueTypes => {
            let keys = service.condition_keys.iter();
            keys.filter_map(|key| Some(entry(&key.name, [key.value_type?.name().to_owned()], ""))).collect()
        }
        ValueKind::ArnFormats => {
            let types = service.resource_types.iter().filter(|item| !item.arns.is_empty());
            types.map(|item| entry(&item.name, item.arns.iter().cloned(), "")).collect()
        }
        ValueKind::PermissionOnly => actions
            .map(|action| entry(&action.name, action.permission_only.then(|| "permission-only".to_owned()), "no mark"))
            .collect(),
        ValueKind::DependentActions => actions.filter_map(dependent_actions).collect(),
    }
}

fn entry(name: &str, words: impl IntoIterator<Item = String>, none: &'static str) -> (String, (String, Value)) {
    (name.to_ascii_lowercase(), (name.to_owned(), Value { words: words.into_iter().collect(), none }))
}

/// Returns the marks of the resource types that an action takes, as its rows combine, where some row states one.
fn marks(action: &Action) -> Values {
    let mut marks = Values::new();
    for resource in action.rows.iter().flat_map(|row| &row.resource_types) {
        let Some(required) = resource.required else { continue };
        let mark = if required { REQUIRED } else { OPTIONAL };
        let (name, (shown, value)) = entry(&format!("{} → {}", action.name, resource.name), [mark.to_owned()], "");
        marks.entry(name).or_insert((shown, Value::default())).1.words.extend(value.words);
    }
    marks
}

/// Returns the dependent actions of an action, in lower case, if a row states them.
fn dependent_actions(action: &Action) -> Option<(String, (String, Value))> {
    let mut stated = action.rows.iter().filter_map(|row| row.dependent_actions.as_ref()).peekable();
    stated.peek()?;
    Some(entry(&action.name, stated.flatten().cloned(), "none"))
}
