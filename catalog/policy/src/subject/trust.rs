//! The principals that a statement of a trust policy allows to assume the role, and the actions that they use.

use alloc::vec::Vec;

use catalog_core::{ascii_case, wildcard};

use super::Actions;
use crate::{
    document::{Node, StatementNode, Text},
    principal::PrincipalKind,
};

/// An `Allow` statement of a trust policy that names its principals.
pub(crate) struct TrustStatement<'l, 't, S> {
    /// The statement.
    pub(crate) statement: StatementNode<'t>,
    /// The principals with the way in which each assumes the role. There is at least one.
    pub(crate) callers: Vec<(Text<'t>, Caller)>,
    /// Whether a hole may name other principals.
    pub(crate) has_unknown_callers: bool,
    /// The actions of the statement.
    actions: &'l Actions<'t, S>,
}

/// A way to assume a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Caller {
    /// Accounts, users, roles and services.
    Signed,
    /// Identities of a SAML provider.
    Saml,
    /// Identities of an OIDC provider.
    Oidc,
}

impl Caller {
    /// Every way to assume a role.
    pub(crate) const ALL: [Self; 3] = [Self::Signed, Self::Saml, Self::Oidc];

    /// Returns the action with which principals assume a role in this way.
    ///
    /// Source: [Requesting temporary security credentials](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html).
    pub(crate) const fn action(self) -> &'static str {
        match self {
            Self::Signed => "sts:AssumeRole",
            Self::Saml => "sts:AssumeRoleWithSAML",
            Self::Oidc => "sts:AssumeRoleWithWebIdentity",
        }
    }

    fn from_principal(kind: &str, name: &str) -> Self {
        match PrincipalKind::from_name(kind) {
            Some(PrincipalKind::Federated) if name.contains(":saml-provider/") => Self::Saml,
            Some(PrincipalKind::Federated) => Self::Oidc,
            _ => Self::Signed,
        }
    }
}

impl<'l, 't, S> TrustStatement<'l, 't, S> {
    /// Returns the statement with its principals, or `None` if it names no principal or `*` is one of its principals. A
    /// principal of which nothing is known may be `*`.
    pub(crate) fn new(actions: &'l Actions<'t, S>) -> Option<Self> {
        let mut callers = Vec::new();
        let mut has_unknown_callers = false;
        for (kind, names) in actions.statement.principal().and_then(Node::members)?.iter() {
            if names.has_total_hole() || kind.hole.is_some() {
                return None;
            }
            for name in names.partial_strings() {
                if name.text == "*" {
                    return None;
                }
                if name.is_open() {
                    has_unknown_callers = true;
                } else {
                    callers.push((name, Caller::from_principal(kind.text, name.text)));
                }
            }
        }
        let statement = actions.statement;
        (!callers.is_empty()).then_some(Self { statement, callers, has_unknown_callers, actions })
    }

    /// Returns true if the statement names a principal that assumes roles in the given way, or a hole may name one.
    pub(crate) fn may_name(&self, way: Caller) -> bool {
        self.has_unknown_callers || self.callers.iter().any(|(_, caller)| *caller == way)
    }

    /// Returns true if the statement allows the action of the given way.
    pub(crate) fn allows(&self, way: Caller) -> bool {
        self.actions.named.iter().any(|(text, _)| wildcard::matches(text.text, way.action()))
    }

    /// Returns true if the statement allows the action of the given way, or a hole may allow it.
    pub(crate) fn may_allow(&self, way: Caller) -> bool {
        let is_open = |list: Node<'_>| list.has_hole();
        self.allows(way) || self.statement.actions().is_some_and(is_open) || self.statement.members().have_hole()
    }

    /// Returns the actions that none of the principals can use, each with its way of assuming a role.
    pub(crate) fn unusable_actions(&self) -> impl Iterator<Item = (Text<'t>, Caller)> {
        let unnamed = Caller::ALL.map(|way| (!self.may_name(way)).then_some(way));
        self.actions.named.iter().filter_map(move |(text, _)| {
            let own = |way: &Caller| ascii_case::eq(way.action(), text.text);
            unnamed.iter().flatten().copied().find(own).map(|way| (*text, way))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::Document,
        json,
        testing::{ACCOUNT, ASSUME, BY_OIDC, BY_SAML, OIDC, SAML, policy, trust_statement},
    };
    use alloc::{format, string::ToString as _};
    use catalog_core::resolve::Pattern;

    /// Calls a function with the only statement of a policy.
    fn with<R>(principal: &str, actions: &str, then: impl FnOnce(Option<TrustStatement<'_, '_, ()>>) -> R) -> R {
        let text = policy(&trust_statement(principal, actions));
        let tree = json::parse(text.as_bytes()).unwrap();
        let statement = Document::from_tree(&tree).unwrap().statements().next().unwrap();
        // Only the strings of the actions matter here.
        let named = statement.actions().unwrap().strings().map(|text| (text, Pattern::Everything)).collect();
        let actions = Actions { statement, named, is_complete: true };
        then(TrustStatement::new(&actions))
    }

    #[test]
    fn each_principal_has_its_way_to_assume_a_role() {
        let principals = r#"{"AWS": ["111122223333", "AIDACKCEVSQ6C2EXAMPLE"], "Service": "ec2.amazonaws.com",
            "Federated": ["arn:aws:iam::111122223333:saml-provider/office", "cognito-identity.amazonaws.com"]}"#;
        let callers = with(principals, ASSUME, |trust| {
            trust.unwrap().callers.iter().map(|(name, way)| (name.text.to_string(), *way)).collect::<Vec<_>>()
        });
        let expected = [
            ("111122223333", Caller::Signed),
            ("AIDACKCEVSQ6C2EXAMPLE", Caller::Signed),
            ("ec2.amazonaws.com", Caller::Signed),
            ("arn:aws:iam::111122223333:saml-provider/office", Caller::Saml),
            ("cognito-identity.amazonaws.com", Caller::Oidc),
        ];
        assert_eq!(callers, expected.map(|(name, way)| (name.to_string(), way)));
    }

    #[test]
    fn a_statement_without_names_is_not_about_callers() {
        for principal in [r#""*""#, r#"{"AWS": "*"}"#, r#"{"AWS": ["111122223333", "*"]}"#, "{}", r#"{"AWS": []}"#, "1"]
        {
            assert!(with(principal, ASSUME, |trust| trust.is_none()), "{principal}");
        }
    }

    #[test]
    fn names_and_allowed_ways_are_found() {
        for (principal, action, way) in
            [(ACCOUNT, ASSUME, Caller::Signed), (SAML, BY_SAML, Caller::Saml), (OIDC, BY_OIDC, Caller::Oidc)]
        {
            with(principal, action, |trust| {
                let trust = trust.unwrap();
                for other in Caller::ALL {
                    assert_eq!(trust.may_name(other), other == way, "{principal}");
                    assert_eq!(trust.allows(other), other == way, "{action}");
                }
                assert_eq!(trust.unusable_actions().count(), 0, "{action}");
            });
        }
        with(ACCOUNT, r#""sts:assumerole*""#, |trust| {
            let trust = trust.unwrap();
            assert!(Caller::ALL.into_iter().all(|way| trust.allows(way)));
        });
    }

    #[test]
    fn actions_of_other_ways_are_unusable_and_patterns_are_not() {
        let actions =
            format!(r#"[{ASSUME}, "sts:assumerolewithsaml", {BY_OIDC}, "sts:AssumeRoleWith*", "sts:TagSession"]"#);
        let unusable = with(ACCOUNT, &actions, |trust| {
            trust.unwrap().unusable_actions().map(|(text, way)| (text.text.to_string(), way)).collect::<Vec<_>>()
        });
        let expected = [("sts:assumerolewithsaml", Caller::Saml), ("sts:AssumeRoleWithWebIdentity", Caller::Oidc)];
        assert_eq!(unusable, expected.map(|(name, way)| (name.to_string(), way)));
    }
}
