//! The principals of a statement.

use alloc::vec::Vec;

use super::{answer::Answer, work::Work};
use crate::{
    document::{Node, StatementNode},
    value::parts::is_account,
};

/// The principals to which a statement applies.
#[derive(Clone, Debug)]
pub struct Principals<'p> {
    /// The principals, each with its kind. `None` means everyone.
    named: Option<Vec<(&'p str, &'p str)>>,
    /// Whether the statement applies to everyone else.
    is_complement: bool,
}

impl<'p> Principals<'p> {
    /// Returns the principals of a statement. A statement without principals applies to everyone to whom its policy is
    /// attached. Returns `None` if a part can become anything or does not have the form of principals.
    #[must_use]
    pub fn from_statement(statement: StatementNode<'p>) -> Option<Self> {
        let (node, is_complement) = match (statement.principal(), statement.not_principal()) {
            (Some(_), Some(_)) => return None,
            (Some(node), None) => (node, false),
            (None, Some(node)) => (node, true),
            (None, None) => return Some(Self { named: None, is_complement: false }),
        };
        Some(Self { named: named(node)?, is_complement })
    }

    /// Decides if each principal is one of other principals. The answer is never `No`, because one principal can have
    /// several names.
    #[must_use]
    pub fn within(&self, wide: &Self, work: &mut Work) -> Answer {
        let (narrow, wide) = match (self.is_complement, wide.is_complement) {
            (false, false) => (self, wide),
            (true, true) => (wide, self),
            _ if !wide.is_complement && wide.named.is_none() => return Answer::Yes,
            _ => return Answer::Unknown,
        };
        let Some(wide) = &wide.named else { return Answer::Yes };
        let Some(narrow) = &narrow.named else { return Answer::Unknown };
        if !work.spend(narrow.len().saturating_mul(wide.len())) {
            return Answer::Unknown;
        }
        let is_named = narrow.iter().all(|own| wide.iter().any(|other| is_within(*own, *other)));
        Answer::from(is_named).or_unknown()
    }
}

/// Returns the principals of an element, each with its kind, or `None` in the place of everyone.
#[expect(clippy::option_option, reason = "the outer one is for principals that are not known")]
fn named(node: Node<'_>) -> Option<Option<Vec<(&str, &str)>>> {
    if let Some(text) = node.string() {
        return (text.text == "*" && text.hole.is_none()).then_some(None);
    }
    let kinds = node.members()?;
    let mut named = Vec::new();
    for (kind, names) in kinds.iter() {
        if kind.hole.is_some() {
            return None;
        }
        for name in names.each() {
            let name = name.string()?.distinct();
            if kind.text == "AWS" && name == "*" {
                return Some(None);
            }
            named.push((kind.text, name));
        }
    }
    Some(Some(named))
}

/// Returns true if a principal is the same as another one, or a session of the role.
fn is_within((kind, name): (&str, &str), (other_kind, other): (&str, &str)) -> bool {
    let is_same_account = || account_of(name).is_some_and(|account| account_of(other) == Some(account));
    kind == other_kind && (name == other || kind == "AWS" && (is_same_account() || is_session_of(name, other)))
}

/// Returns the account that a principal names: by its ID, or by the ARN of its root user.
fn account_of(name: &str) -> Option<&str> {
    let of_root = || name.strip_prefix("arn:")?.split_once(":iam::")?.1.strip_suffix(":root");
    Some(name).filter(|name| is_account(name)).or_else(|| of_root().filter(|account| is_account(account)))
}

/// Returns true if a principal is a session of a role.
///
/// The ARN of a session contains only the last part of the role's path, which is unique in an account. The service `iam` is a
/// mistake that AWS's page of policy checks makes too, and `malformed-principal` reports it.
pub(crate) fn is_session_of(session: &str, role: &str) -> bool {
    let (Some((of_session, session)), Some((of_role, role))) =
        (session.split_once(":assumed-role/"), role.split_once(":role/"))
    else {
        return false;
    };
    let of_session = of_session.split_once(":sts::").or_else(|| of_session.split_once(":iam::"));
    let (Some(of_session), Some(of_role)) = (of_session, of_role.split_once(":iam::")) else { return false };
    let mut parts = session.split('/');
    let name = parts.next();
    of_session == of_role && parts.next().is_some() && name == role.rsplit('/').next()
}

#[cfg(test)]
mod tests {
    use super::is_session_of;

    #[test]
    fn sessions_belong_to_the_role_of_their_name_and_account() {
        let session = "arn:aws:sts::111122223333:assumed-role/reader/alice";
        for role in ["arn:aws:iam::111122223333:role/reader", "arn:aws:iam::111122223333:role/team/a/reader"] {
            assert!(is_session_of(session, role), "{role}");
        }
        let of_iam = "arn:aws:iam::111122223333:assumed-role/reader/alice";
        assert!(is_session_of(of_iam, "arn:aws:iam::111122223333:role/reader"));
        for other in [
            "arn:aws:iam::111122223333:role/readers",
            "arn:aws:iam::111122223333:role/Reader",
            "arn:aws:iam::111122223333:role/reader/x",
            "arn:aws:iam::444455556666:role/reader",
            "arn:aws-cn:iam::111122223333:role/reader",
            "arn:aws:iam::111122223333:user/reader",
            session,
            "",
        ] {
            assert!(!is_session_of(session, other), "{other}");
        }
        assert!(!is_session_of("arn:aws:sts::111122223333:assumed-role/a", "arn:aws:iam::111122223333:role/a"));
    }
}
