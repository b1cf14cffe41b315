//! A policy as types, everything kept as it was written.
//!
//! A file a part of a policy, and in each the two ways between the part and a tree of JSON ([`part`]). All other ways in
//! and out go through that tree: text, `serde`, `Display`.

mod check;
mod condition;
mod error;
mod number;
mod one_or_many;
mod order;
mod part;
mod principal;
mod statement;
mod text;
mod version;
mod with_serde;

use alloc::string::String;

use catalog_policy::{
    document::Node,
    form::FormError,
    grammar::{PolicyElement, Version},
    json::{Member, Value},
};

pub use condition::{Compared, Condition, ConditionValue};
pub use error::ReadError;
pub use number::{Number, NumberError};
pub use one_or_many::OneOrMany;
pub use principal::{Principal, PrincipalNames};
pub use statement::{Scope, Statement};
pub(in crate::policy) use text::first_malformed;
pub use text::{ActionText, ResourceError, ResourceText};

use order::Order;
use part::{Part, Result, element, fault, once, require};

/// A policy, as it is written.
///
/// It reads from JSON and writes JSON, by itself or through `serde`, and what it writes is what it has read: the order of
/// everything, a string or a list of one, numbers with their digits. Names that the catalog does not know are kept:
/// [`check`](Self::check) speaks of them. [`builder`](Self::builder) makes one from checked names.
///
/// Fields can be read and changed. What is put in where nothing was stands where AWS's pages have it. Policies are equal
/// where they say the same in the same order.
///
/// ```
/// use catalog::policy::{OneOrMany, Policy};
///
/// let text = r#"{"Version":"2012-10-17","Statement":{"Action":["ses:SendEmail"],"Resource":"*","Effect":"Allow"}}"#;
/// let mut policy: Policy = text.parse()?;
/// assert_eq!(policy.to_string(), text);
///
/// policy.id = Some("Mailer".to_owned());
/// let OneOrMany::One(statement) = &policy.statements else { panic!("one") };
/// assert_eq!(statement.action.value()[0].as_str(), "ses:SendEmail");
/// assert!(policy.to_string().starts_with(r#"{"Version":"2012-10-17","Id":"Mailer","Statement":{"Action":"#));
/// # Ok::<_, catalog::policy::ReadError>(())
/// ```
///
/// Source: [Grammar of the IAM JSON policy language](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Policy {
    /// `Version`
    pub version: Option<Version>,
    /// `Id`, which resource policies have.
    pub id: Option<String>,
    /// `Statement`
    pub statements: OneOrMany<Statement>,
    order: Order<PolicyElement, 3>,
}

/// The elements in the order of AWS's pages.
const CANONICAL: [PolicyElement; 3] = [PolicyElement::Version, PolicyElement::Id, PolicyElement::Statement];

impl Policy {
    /// A policy of the newest [`Version`] with these statements, as a list or as one.
    pub fn new(statements: impl Into<OneOrMany<Statement>>) -> Self {
        Self { version: Some(Version::NEWEST), id: None, statements: statements.into(), order: Order::new(CANONICAL) }
    }

    /// Reads a policy from JSON. Bytes that are not UTF-8 are an error, too.
    ///
    /// Part alone is asked for: elements that a policy has, once each, with values of the right type. The time grows with
    /// the text and no faster; more than 32 MiB or 64 levels are refused.
    ///
    /// ```
    /// use catalog::policy::Policy;
    ///
    /// let error = Policy::from_json("{\n  \"Statement\": {\"Efect\": \"Allow\"}\n}").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "2:17: unknown element `Efect` in a statement: did you mean `Effect`? (/Statement/Efect)"
    /// );
    /// ```
    ///
    /// # Errors
    /// When the text is no JSON, or has not the form of a policy.
    pub fn from_json(text: impl AsRef<[u8]>) -> core::result::Result<Self, ReadError> {
        part::from_json(text.as_ref())
    }
}

impl Part for Policy {
    fn read(node: Node<'_>) -> Result<Self> {
        let members = part::members(node, "a policy object")?;
        let (mut version, mut id, mut statements) = (None, None, None);
        let mut order = Order::reading(CANONICAL);
        for (name, node) in members.iter() {
            let Some(element) = PolicyElement::from_name(name.text) else {
                return Err(fault(name.place, FormError::unknown_policy_element(name.text)));
            };
            match element {
                PolicyElement::Version => once(&mut version, name, node)?,
                PolicyElement::Id => once(&mut id, name, node)?,
                PolicyElement::Statement => once(&mut statements, name, node)?,
            }
            order.push(element);
        }
        let statements = require(statements, "Statement", "a policy", members)?;
        Ok(Self { version, id, statements, order: order.done() })
    }

    fn tree(&self) -> Value<'_> {
        let member = |which: PolicyElement| -> Option<Member<'_>> {
            match which {
                PolicyElement::Version => self.version.as_ref().map(|version| element(which.name(), version)),
                PolicyElement::Id => self.id.as_ref().map(|id| element(which.name(), id)),
                PolicyElement::Statement => Some(element(which.name(), &self.statements)),
            }
        };
        part::object(self.order.iter().filter_map(member))
    }
}

part::outward!(Policy "a policy", Statement "a statement", Condition "a condition", Principal "a principal");
