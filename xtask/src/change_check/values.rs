//! The kinds of values that a name can have, and the values themselves.

use crate::model::{Action, Service};
use std::collections::{BTreeMap, BTreeSet};

/// The largest number of words of one value that a message shows.
const SHOWN: usize = 3;

/// Declares [`ValueKind`] with a row for each variant.
///
/// A row has the word for options, the noun for the values, the noun for the names that have them, and the explanation.
macro_rules! kinds {
    ($($variant:ident $word:literal $noun:literal $of:literal $explanation:literal)+) => {
        /// A kind of value.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ValueKind { $(#[doc = $explanation] $variant,)+ }

        impl ValueKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the word for the kind in `--accept-change`, which is also the word for its facts in
            /// `--accept-loss`.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Returns the noun for several values of the kind.
            #[must_use]
            pub fn noun(self) -> &'static str {
                match self { $(Self::$variant => $noun,)+ }
            }

            /// Returns the noun for the owners of the values, such as `actions`.
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
    DependentActions "dependent-actions" "dependent actions" "actions" "The dependent actions of an action, which a caller must also be allowed to perform."
}

/// A value: a set of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    words: BTreeSet<String>,
    /// The string that a message shows if there are no words.
    none: &'static str,
}

impl Value {
    /// Describes a change to `new`: the added or the removed words if the others stay, and both values otherwise.
    pub(super) fn change_to(&self, new: &Self) -> String {
        let (old, new_words) = (&self.words, &new.words);
        if old.is_empty() || new_words.is_empty() || !old.is_subset(new_words) && !new_words.is_subset(old) {
            return format!("{} → {}", some(old, self.none), some(new_words, new.none));
        }
        let (comes, goes) = (new_words - old, old - new_words);
        if goes.is_empty() {
            format!("now also {}", some(&comes, ""))
        } else {
            format!("no longer {}", some(&goes, ""))
        }
    }

    /// Returns true if the loss check also counts a change to `new` as a loss.
    pub(super) fn is_lost_in(&self, new: &Self, kind: ValueKind) -> bool {
        match kind {
            ValueKind::AccessLevels | ValueKind::ValueTypes => false,
            ValueKind::RequiredMarks => self.words.contains(REQUIRED) && !new.words.contains(REQUIRED),
            ValueKind::ArnFormats => new.words.len() < self.words.len(),
            ValueKind::PermissionOnly | ValueKind::DependentActions => !self.words.is_subset(&new.words),
        }
    }
}

/// Returns the first few words and the number of the others, or `none` if there are no words.
fn some(words: &BTreeSet<String>, none: &str) -> String {
    let shown: Vec<&str> = words.iter().map(String::as_str).take(SHOWN).collect();
    match words.len().saturating_sub(shown.len()) {
        _ if shown.is_empty() => none.to_owned(),
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

/// The mark of a resource type that an action requires. A value has both marks if only some rows require the type.
const REQUIRED: &str = "required";
/// The mark of a resource type that is optional for an action.
const OPTIONAL: &str = "optional";

/// The values of one kind that a service states, by the names of their owners.
///
/// The keys are in lower case, because IAM ignores case. The first item of each pair is the name as messages show it.
pub(super) type Values = BTreeMap<String, (String, Value)>;

/// Returns the values of one kind that a service states.
pub(super) fn values(kind: ValueKind, service: &Service) -> Values {
    let actions = service.actions.iter();
    match kind {
        ValueKind::AccessLevels => united(actions.filter(|action| !action.access_levels.is_empty()).map(|action| {
            let levels = action.access_levels.iter().map(|level| level.name().to_owned());
            entry(&action.name, levels, "")
        })),
        ValueKind::RequiredMarks => united(actions.flat_map(marks)),
        ValueKind::ValueTypes => {
            let keys = service.condition_keys.iter();
            united(keys.filter_map(|key| Some(entry(&key.name, [key.value_type?.name().to_owned()], ""))))
        }
        ValueKind::ArnFormats => {
            let types = service.resource_types.iter().filter(|item| !item.arns.is_empty());
            united(types.map(|item| entry(&item.name, item.arns.iter().cloned(), "")))
        }
        ValueKind::PermissionOnly => united(actions.map(|action| {
            entry(&action.name, action.permission_only.then(|| "permission-only".to_owned()), "no mark")
        })),
        ValueKind::DependentActions => united(actions.filter_map(dependent_actions)),
    }
}

/// A name in lower case, the original name, and its value.
type Entry = (String, (String, Value));

fn entry(name: &str, words: impl IntoIterator<Item = String>, none: &'static str) -> Entry {
    (name.to_ascii_lowercase(), (name.to_owned(), Value { words: words.into_iter().collect(), none }))
}

/// Merges the words of all entries of the same name.
fn united(entries: impl Iterator<Item = Entry>) -> Values {
    let mut values = Values::new();
    for (key, (name, value)) in entries {
        values.entry(key).or_insert((name, Value { words: BTreeSet::new(), ..value })).1.words.extend(value.words);
    }
    values
}

/// Returns the marks that the rows of an action state for its resource types.
fn marks(action: &Action) -> impl Iterator<Item = Entry> {
    let resources = action.rows.iter().flat_map(|row| &row.resource_types);
    resources.filter_map(|resource| {
        let mark = if resource.required? { REQUIRED } else { OPTIONAL };
        Some(entry(&format!("{} → {}", action.name, resource.name), [mark.to_owned()], ""))
    })
}

/// Returns the dependent actions of an action, if a row states them.
fn dependent_actions(action: &Action) -> Option<Entry> {
    let mut stated = action.rows.iter().filter_map(|row| row.dependent_actions.as_ref()).peekable();
    stated.peek()?;
    Some(entry(&action.name, stated.flatten().cloned(), "none"))
}
