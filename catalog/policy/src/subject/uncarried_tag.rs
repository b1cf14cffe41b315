//! A condition key about tags that requests for some actions of the statement do not carry.

use alloc::{format, string::String};

use crate::{document::Text, finding::AccessAnalyzerCheck, grammar::Effect, shown::Shown};

/// A condition key about tags that requests for some actions of the statement do not carry. The comparison is false for
/// these requests.
pub(crate) struct UncarriedTag<'t> {
    /// The key.
    pub(crate) key: Text<'t>,
    /// The statement that has the key.
    pub(crate) statement: TaggedStatement,
    /// The actions without the key.
    pub(crate) actions: UncarriedActions<'t>,
}

/// The effect of a statement with a condition on tags, and the element that names its actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TaggedStatement {
    /// The effect.
    pub(crate) effect: Effect,
    /// Whether the statement has `NotAction`.
    pub(crate) has_not_action: bool,
}

/// Actions whose requests do not carry a condition key.
pub(crate) struct UncarriedActions<'t> {
    /// The full name of one of the actions.
    pub(crate) example: String,
    /// The pattern in `Action` that matches it, if it is not named by itself.
    pub(crate) pattern: Option<Text<'t>>,
    /// The number of other strings in `Action` that name or match such actions.
    pub(crate) others: usize,
}

impl TaggedStatement {
    /// Returns the check of IAM Access Analyzer about actions without the tags of a condition.
    pub(crate) const fn check(self) -> AccessAnalyzerCheck {
        use AccessAnalyzerCheck as Check;
        match (self.effect, self.has_not_action) {
            (Effect::Allow, false) => Check::AllowWithUnsupportedTagConditionKeyForService,
            (Effect::Allow, true) => Check::AllowNotactionWithUnsupportedTagConditionKeyForService,
            (Effect::Deny, false) => Check::DenyWithUnsupportedTagConditionKeyForService,
            (Effect::Deny, true) => Check::DenyNotactionWithUnsupportedTagConditionKeyForService,
        }
    }
}

impl UncarriedTag<'_> {
    /// Returns the beginning of a message: the key, and the actions for which AWS does not list it.
    pub(crate) fn cause(&self) -> String {
        let UncarriedActions { example, pattern, others } = &self.actions;
        let matched = pattern.map_or_else(String::new, |text| format!(" of `{}`", Shown(text.written())));
        let others = match others {
            0 => String::new(),
            1 => " and 1 other entry of `Action`".into(),
            _ => format!(" and {others} other entries of `Action`"),
        };
        format!("AWS does not list `{}` for `{example}`{matched}{others}", Shown(self.key.written()))
    }
}
