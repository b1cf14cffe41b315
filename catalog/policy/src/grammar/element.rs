//! The elements of a policy and of a statement, and which kinds of policies take them.
//!
//! Source: [Grammar of the IAM JSON policy language](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).

use crate::kind::{PolicyKind, Presence};

/// The form of an element's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueForm {
    /// A string.
    String,
    /// A string or a list of strings.
    Strings,
    /// `"*"`, or an object of principals by their kinds.
    Principal,
    /// An object of operators, each with an object of condition keys and their values.
    Condition,
    /// A statement or a list of statements.
    Statements,
}

/// The elements of an object of the grammar.
pub(crate) trait Element: Copy + Eq + 'static {
    /// Every element, in the order of AWS's pages.
    const ALL: &'static [Self];

    /// The object that has these elements, with its article.
    const OWNER: &'static str;

    /// Returns the name of the element, which IAM reads case-sensitively.
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
            /// Every element, in the order of AWS's pages.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// Returns the name of the element, which IAM reads case-sensitively.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Variant => stringify!($Variant),)+ }
            }

            /// Returns the element with a name, compared case-sensitively.
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
    /// Returns the element that names everything except what this one names: `NotAction` for `Action`.
    #[must_use]
    pub const fn negated(self) -> Option<Self> {
        match self {
            Self::Principal => Some(Self::NotPrincipal),
            Self::Action => Some(Self::NotAction),
            Self::Resource => Some(Self::NotResource),
            _ => None,
        }
    }

    /// Returns true if the element names everything except its values, such as `NotAction`.
    #[must_use]
    pub const fn is_negated(self) -> bool {
        matches!(self, Self::NotPrincipal | Self::NotAction | Self::NotResource)
    }

    /// Returns whether a statement of a kind of policy has this element. An element that is required may be replaced by its
    /// [negation](Self::negated) where that one is not forbidden.
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
