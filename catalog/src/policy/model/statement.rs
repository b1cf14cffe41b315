//! A statement of a policy.

use alloc::{borrow::Cow, string::String};

use catalog_policy::{
    document::{Node, Text},
    form::FormError,
    grammar::{Effect, StatementElement},
    json::{Data, Member, Value},
};

use super::{
    ActionText, Condition, OneOrMany, Principal, ResourceText,
    order::Order,
    part::{self, Part, Result, element, fault, once, require},
};

/// A statement of a policy.
///
/// Use [`allow`](Self::allow) and [`deny`](Self::deny) to build a statement from checked names. You can read and change
/// the fields.
///
/// ```
/// use catalog::policy::{ResourceText, Statement};
/// use catalog::ses;
///
/// # fn main() -> Result<(), catalog::policy::BuildError> {
/// let mut statement = Statement::allow(ses::Action::SendEmail).resource(ResourceText::EVERYTHING).build()?;
/// statement.sid = Some("Send".to_owned());
/// assert!(statement.to_string().starts_with(r#"{"Sid":"Send","Effect":"Allow","Action":"ses:SendEmail""#));
/// # Ok(())
/// # }
/// ```
///
/// Source: [Statement](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Statement {
    /// The name of the statement, `Sid`.
    pub sid: Option<String>,
    /// Whether the statement allows or denies, `Effect`.
    pub effect: Effect,
    /// The principals, `Principal` or `NotPrincipal`.
    pub principal: Option<Scope<Principal>>,
    /// The actions, `Action` or `NotAction`.
    pub action: Scope<OneOrMany<ActionText>>,
    /// The resources, `Resource` or `NotResource`.
    pub resource: Option<Scope<OneOrMany<ResourceText>>>,
    /// The condition, `Condition`.
    pub condition: Option<Condition>,
    order: Order<StatementElement, 6>,
}

/// The value of an element that has a negation: `Action` lists the matching actions, and `NotAction` the actions that
/// do not match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope<T> {
    /// The statement applies to this value: `Action`, `Resource`, `Principal`.
    Only(T),
    /// The statement applies to everything except this value: `NotAction`, `NotResource`, `NotPrincipal`.
    Except(T),
}

impl<T> Scope<T> {
    /// Returns the value of either variant.
    #[must_use]
    pub const fn value(&self) -> &T {
        match self {
            Self::Only(value) | Self::Except(value) => value,
        }
    }

    /// Returns the value of either variant, mutably.
    #[must_use]
    pub const fn value_mut(&mut self) -> &mut T {
        match self {
            Self::Only(value) | Self::Except(value) => value,
        }
    }

    /// Returns true if the statement applies to everything except the value.
    #[must_use]
    pub const fn is_except(&self) -> bool {
        matches!(self, Self::Except(_))
    }
}

/// The elements in the order in which AWS documents them. An element and its negation have the same position.
const CANONICAL: [StatementElement; 6] = [
    StatementElement::Sid,
    StatementElement::Effect,
    StatementElement::Principal,
    StatementElement::Action,
    StatementElement::Resource,
    StatementElement::Condition,
];

impl Statement {
    /// Creates a statement with an effect on actions and no other elements.
    #[must_use]
    pub const fn new(effect: Effect, action: Scope<OneOrMany<ActionText>>) -> Self {
        let order = Order::new(CANONICAL);
        Self { sid: None, effect, principal: None, action, resource: None, condition: None, order }
    }
}

impl Part for Statement {
    fn read(node: Node<'_>) -> Result<Self> {
        let members = part::members(node, "a statement object")?;
        let (mut sid, mut effect, mut condition) = (None, None, None);
        let (mut principal, mut action, mut resource) = (None, None, None);
        let mut order = Order::reading(CANONICAL);
        for (name, node) in members.iter() {
            let Some(element) = StatementElement::from_name(name.text) else {
                return Err(fault(name.place, FormError::unknown_statement_element(name.text)));
            };
            order.push(match element {
                StatementElement::Sid => once(&mut sid, name, node).map(|()| StatementElement::Sid)?,
                StatementElement::Effect => once(&mut effect, name, node).map(|()| StatementElement::Effect)?,
                StatementElement::Principal | StatementElement::NotPrincipal => {
                    scope(&mut principal, StatementElement::Principal, name, node)?
                }
                StatementElement::Action | StatementElement::NotAction => {
                    scope(&mut action, StatementElement::Action, name, node)?
                }
                StatementElement::Resource | StatementElement::NotResource => {
                    scope(&mut resource, StatementElement::Resource, name, node)?
                }
                StatementElement::Condition => {
                    once(&mut condition, name, node).map(|()| StatementElement::Condition)?
                }
            });
        }
        let effect = require(effect, "Effect", "a statement", members)?;
        let action = require(action, "Action", "a statement", members)?;
        Ok(Self { sid, effect, principal, action, resource, condition, order: order.done() })
    }

    fn tree(&self) -> Value<'_> {
        let member = |which: StatementElement| -> Option<Member<'_>> {
            match which {
                StatementElement::Sid => self.sid.as_ref().map(|sid| element(which.name(), sid)),
                StatementElement::Effect => Some(element(which.name(), &self.effect)),
                StatementElement::Action => Some(scoped(which, &self.action)),
                StatementElement::Principal => self.principal.as_ref().map(|scope| scoped(which, scope)),
                StatementElement::Resource => self.resource.as_ref().map(|scope| scoped(which, scope)),
                StatementElement::Condition => {
                    self.condition.as_ref().map(|condition| element(which.name(), condition))
                }
                // `order` never contains a negation: `NotAction` is stored as `Action`, and so on.
                _ => None,
            }
        };
        part::object(self.order.iter().filter_map(member))
    }
}

/// Reads an element or its negation. A statement can have only one of the two, and only once.
fn scope<T: Part>(
    slot: &mut Option<Scope<T>>,
    element: StatementElement,
    name: Text<'_>,
    node: Node<'_>,
) -> Result<StatementElement> {
    let is_except = name.text != element.name();
    match slot {
        Some(first) if first.is_except() == is_except => return Err(part::repeated(name)),
        Some(_) => return Err(fault(name.place, FormError::ConflictingElements { element: element.name() })),
        None => {}
    }
    let value = T::read(node)?;
    *slot = Some(if is_except { Scope::Except(value) } else { Scope::Only(value) });
    Ok(element)
}

fn scoped<T: Part>(only: StatementElement, scope: &Scope<T>) -> Member<'_> {
    let which = if scope.is_except() { only.negated().unwrap_or(only) } else { only };
    element(which.name(), scope.value())
}

impl Part for Effect {
    fn read(node: Node<'_>) -> Result<Self> {
        let text = part::string(node)?;
        let unknown = || fault(node.place(), FormError::unknown_effect(text));
        Self::from_name(text).ok_or_else(unknown)
    }

    fn tree(&self) -> Value<'_> {
        part::value(Data::String(Cow::Borrowed(self.name())))
    }
}
