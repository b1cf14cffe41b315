//! The typed model of a policy, which preserves what was written.
//!
//! Each part of a policy has a file with the two conversions between the part and a JSON tree ([`part`]). All other
//! conversions use that tree: from and to JSON text, `serde` and `Display`.

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

/// A policy, in the form in which it was written.
///
/// A policy is parsed from JSON and written as JSON, directly or through `serde`. Writing preserves the order of all
/// elements, and the difference between a string and a list of one string. It also preserves names that the catalog does
/// not know, which [`check`](Self::check) reports. Use [`builder`](Self::builder) to build a policy from checked names.
///
/// You can read and change the fields. A new element is written at the position that it has in AWS's documentation. Two
/// policies are equal if they have the same elements in the same order.
///
/// ```
/// use catalog::policy::{OneOrMany, Policy};
///
/// let json = r#"{"Version":"2012-10-17","Statement":{"Action":["ses:SendEmail"],"Resource":"*","Effect":"Allow"}}"#;
/// let mut policy: Policy = json.parse()?;
/// assert_eq!(policy.to_string(), json);
///
/// policy.id = Some("Mailer".to_owned());
/// assert!(matches!(policy.statements, OneOrMany::One(_)));
/// assert_eq!(policy.statements[0].action.value()[0].as_str(), "ses:SendEmail");
/// assert!(policy.to_string().starts_with(r#"{"Version":"2012-10-17","Id":"Mailer","Statement":{"Action":"#));
/// # Ok::<_, catalog::policy::ReadError>(())
/// ```
///
/// # Numbers
/// A policy that is parsed with [`from_json`](Self::from_json) or `parse`, and written with `to_string`, keeps the digits
/// of its numbers. `serde` has no type for digits, so numbers outside of strings can change on the way through it:
///
/// * An integer of at most 64 bits stays as it is, such as the account ID `111122223333`. The exception is `-0`.
/// * Every other number passes as a double. `1.50` becomes `1.5`, `1e3` becomes `1000.0`, `-0` becomes `-0.0`, and an
///   integer of more than 64 bits keeps only about 17 digits.
///
/// The feature `arbitrary_precision` of `serde_json` keeps all digits when a policy is read, but not when it is written.
/// IAM accepts numbers as strings too, and strings never change.
///
/// ```
/// use catalog::policy::Policy;
///
/// let of = |number| format!(
///     r#"{{"Statement":{{"Effect":"Deny","Action":"*","Resource":"*","Condition":{{"NumericEquals":{{"a:b":{number}}}}}}}}}"#
/// );
/// let policy: Policy = of("1.50").parse()?;
/// assert_eq!(policy.to_string(), of("1.50"));
/// assert_eq!(serde_json::to_string(&policy)?, of("1.5"));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
///
/// Source: [Grammar of the IAM JSON policy language](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Policy {
    /// The version of the policy language, `Version`.
    pub version: Option<Version>,
    /// The `Id`, which resource policies use.
    pub id: Option<String>,
    /// The statements, `Statement`.
    pub statements: OneOrMany<Statement>,
    order: Order<PolicyElement, 3>,
}

/// The elements in the order in which AWS documents them.
const CANONICAL: [PolicyElement; 3] = [PolicyElement::Version, PolicyElement::Id, PolicyElement::Statement];

impl Policy {
    /// Creates a policy of the newest [`Version`] from one statement or a list of statements.
    pub fn new(statements: impl Into<OneOrMany<Statement>>) -> Self {
        Self { version: Some(Version::NEWEST), id: None, statements: statements.into(), order: Order::new(CANONICAL) }
    }

    /// Parses a policy from JSON. Bytes that are not valid UTF-8 are an error.
    ///
    /// Only the form is checked: known elements, each at most once, with values of the right type. The time is at most
    /// linear in the length of the input. Input of more than 32 MiB or 64 levels is rejected.
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
    /// Returns an error if the input is not valid JSON, or does not have the form of a policy.
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
