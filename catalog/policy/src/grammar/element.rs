//! The elements of a policy and of a statement, and the kinds of policies that accept each one.
//!
//! Source: [Grammar of the IAM JSON policy language](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).

use crate::kind::{PolicyKind, Presence};

/// The form of the value of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueForm {
    /// A string.
    String,
    /// A string or a list of strings.
    Strings,
    /// `"*"`, or an object with a list of principals for each kind.
    Principal,
    /// An object of operators. The value of each operator is an object of condition keys with their values.
    Condition,
    /// A statement or a list of statements.
    Statements,
}

/// The elements of one of the grammar's objects: a policy or a statement.
pub(crate) trait Element: Copy + Eq + 'static {
    /// Every element, in the order in which AWS's pages list them.
    const ALL: &'static [Self];

    /// The name of the object that has these elements, with an article.
    const OWNER: &'static str;

    /// Returns the name of the element. IAM compares it case-sensitively.
    fn name(self) -> &'static str;

    /// Returns true if a string is the name of an element.
    fn is_name(name: &str) -> bool;
}

macro_rules! elements {
    ($(#[$doc:meta])* $Type:ident of $owner:literal { $($Variant:ident $form:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Type {
            $(#[doc = concat!("`", stringify!($Variant), "`")] $Variant,)+
        }

        impl $Type {
            /// Every element, in the order in which AWS's pages list them.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// Returns the name of the element. IAM compares it case-sensitively.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Variant => stringify!($Variant),)+ }
            }

            /// Returns the element that has this name. The comparison is case-sensitive.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $(stringify!($Variant) => Some(Self::$Variant),)+ _ => None }
            }

            /// Returns the form of the element's value.
            #[must_use]
            pub const fn value_form(self) -> ValueForm {
                match self { $(Self::$Variant => ValueForm::$form,)+ }
            }
        }

        impl Element for $Type {
            const ALL: &'static [Self] = Self::ALL;
            const OWNER: &'static str = $owner;

            fn name(self) -> &'static str {
                self.name()
            }

            fn is_name(name: &str) -> bool {
                Self::from_name(name).is_some()
            }
        }
    };
}

elements! {
    /// An element of a policy.
    PolicyElement of "a policy" {
        Version String,
        Id String,
        Statement Statements,
    }
}

elements! {
    /// An element of a statement.
    StatementElement of "a statement" {
        Sid String,
        Effect String,
        Principal Principal,
        NotPrincipal Principal,
        Action Strings,
        NotAction Strings,
        Resource Strings,
        NotResource Strings,
        Condition Condition,
    }
}

impl StatementElement {
    /// Returns the negated form of the element, which applies to everything that is not listed: `NotAction` for
    /// `Action`.
    #[must_use]
    pub const fn negated(self) -> Option<Self> {
        match self {
            Self::Principal => Some(Self::NotPrincipal),
            Self::Action => Some(Self::NotAction),
            Self::Resource => Some(Self::NotResource),
            _ => None,
        }
    }

    /// Returns true if the element applies to everything that is not listed, such as `NotAction`.
    #[must_use]
    pub const fn is_negated(self) -> bool {
        matches!(self, Self::NotPrincipal | Self::NotAction | Self::NotResource)
    }

    /// Returns whether this element is required, optional or forbidden in the statements of a kind of policy. A
    /// required element may be replaced by its [negated](Self::negated) form, unless that is forbidden.
    #[must_use]
    pub const fn presence(self, kind: PolicyKind) -> Presence {
        match self {
            Self::Sid | Self::Condition => Presence::Optional,
            Self::Effect | Self::Action => Presence::Required,
            Self::Principal => kind.principal(),
            Self::Resource => kind.resource(),
            Self::NotPrincipal => optional_if(kind.not_principal()),
            Self::NotAction => optional_if(kind.not_action()),
            Self::NotResource => optional_if(!matches!(kind.resource(), Presence::Forbidden)),
        }
    }
}

const fn optional_if(is_possible: bool) -> Presence {
    if is_possible { Presence::Optional } else { Presence::Forbidden }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_and_differ_ignoring_case() {
        for element in StatementElement::ALL {
            assert_eq!(StatementElement::from_name(element.name()), Some(*element));
            assert_eq!(StatementElement::from_name(&element.name().to_ascii_lowercase()), None);
        }
        for element in PolicyElement::ALL {
            assert_eq!(PolicyElement::from_name(element.name()), Some(*element));
        }
    }

    #[test]
    fn a_negation_has_the_form_of_its_element_and_is_never_required() {
        for element in StatementElement::ALL {
            let Some(negated) = element.negated() else { continue };
            assert!(negated.is_negated() && !element.is_negated());
            assert_eq!(negated.value_form(), element.value_form());
            for kind in PolicyKind::ALL {
                assert_ne!(negated.presence(*kind), Presence::Required);
                if element.presence(*kind) == Presence::Forbidden {
                    assert_eq!(negated.presence(*kind), Presence::Forbidden, "{kind}");
                }
            }
        }
    }
}
