//! A statement.

use alloc::{borrow::Cow, string::String};

use catalog_policy::{
    document::{Effect, Node, Text},
    json::{Data, Member, Value},
};

use super::{
    ActionText, Condition, OneOrMany, Principal, ResourceText,
    error::ReadErrorKind,
    form::{self, Form, Result, element, fault, once, require, unknown},
    order::Order,
};

/// A statement of a policy.
///
/// [`allow`](Self::allow) and [`deny`](Self::deny) begin one from checked names. Fields can be read and changed.
///
/// Source: [Statement](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Statement {
    /// `Sid`: what it is called.
    pub sid: Option<String>,
    /// `Effect`
    pub effect: Effect,
    /// `Principal` or `NotPrincipal`
    pub principal: Option<Scope<Principal>>,
    /// `Action` or `NotAction`
    pub action: Scope<OneOrMany<ActionText>>,
    /// `Resource` or `NotResource`
    pub resource: Option<Scope<OneOrMany<ResourceText>>>,
    /// `Condition`
    pub condition: Option<Condition>,
    order: Order<6>,
}

/// An element that has an opposite: `Action` names what is meant, `NotAction` what is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope<T> {
    /// This: `Action`, `Resource`, `Principal`.
    Only(T),
    /// All but this: `NotAction`, `NotResource`, `NotPrincipal`.
    Except(T),
}

impl<T> Scope<T> {
    /// What is written, whichever it means.
    #[must_use]
    pub const fn value(&self) -> &T {
        match self {
            Self::Only(value) | Self::Except(value) => value,
        }
    }

    /// What is written, to be changed.
    #[must_use]
    pub const fn value_mut(&mut self) -> &mut T {
        match self {
            Self::Only(value) | Self::Except(value) => value,
        }
    }

    /// Whether all but this is meant.
    #[must_use]
    pub const fn is_except(&self) -> bool {
        matches!(self, Self::Except(_))
    }
}

/// The elements in AWS's order, each with its opposite.
const SID: u8 = 0;
const EFFECT: u8 = 1;
const PRINCIPAL: u8 = 2;
const ACTION: u8 = 3;
const RESOURCE: u8 = 4;
const CONDITION: u8 = 5;

/// Their names.
const NAMES: &[&str] =
    &["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

impl Statement {
    /// A statement with an effect on actions, and nothing else yet.
    #[must_use]
    pub const fn new(effect: Effect, action: Scope<OneOrMany<ActionText>>) -> Self {
        let order = Order::CANONICAL;
        Self { sid: None, effect, principal: None, action, resource: None, condition: None, order }
    }
}

impl Form for Statement {
    fn read(node: Node<'_>) -> Result<Self> {
        let members = form::members(node, "the object of a statement")?;
        let (mut sid, mut effect, mut condition) = (None, None, None);
        let (mut principal, mut action, mut resource) = (None, None, None);
        let mut order = Order::reading();
        for (name, node) in members.iter() {
            order.push(match name.text {
                "Sid" => once(&mut sid, name, node).map(|()| SID)?,
                "Effect" => once(&mut effect, name, node).map(|()| EFFECT)?,
                "Principal" | "NotPrincipal" => scope(&mut principal, "Principal", name, node).map(|()| PRINCIPAL)?,
                "Action" | "NotAction" => scope(&mut action, "Action", name, node).map(|()| ACTION)?,
                "Resource" | "NotResource" => scope(&mut resource, "Resource", name, node).map(|()| RESOURCE)?,
                "Condition" => once(&mut condition, name, node).map(|()| CONDITION)?,
                _ => return Err(unknown(name, "a statement", NAMES)),
            });
        }
        let effect = require(effect, "Effect", "a statement", members)?;
        let action = require(action, "Action", "a statement", members)?;
        Ok(Self { sid, effect, principal, action, resource, condition, order: order.done() })
    }

    fn tree(&self) -> Value<'_> {
        let member = |which| -> Option<Member<'_>> {
            match which {
                SID => self.sid.as_ref().map(|sid| element("Sid", sid)),
                EFFECT => Some(element("Effect", &self.effect)),
                PRINCIPAL => self.principal.as_ref().map(|scope| scoped(["Principal", "NotPrincipal"], scope)),
                ACTION => Some(scoped(["Action", "NotAction"], &self.action)),
                RESOURCE => self.resource.as_ref().map(|scope| scoped(["Resource", "NotResource"], scope)),
                _ => self.condition.as_ref().map(|condition| element("Condition", condition)),
            }
        };
        form::object(self.order.iter().filter_map(member))
    }
}

/// Reads an element or its opposite. A statement has one of them, once.
fn scope<T: Form>(slot: &mut Option<Scope<T>>, plain: &'static str, name: Text<'_>, node: Node<'_>) -> Result<()> {
    let is_except = name.text != plain;
    match slot {
        Some(first) if first.is_except() == is_except => return Err(form::repeated(name)),
        Some(_) => return Err(fault(name.place, ReadErrorKind::ConflictingElements { name: plain })),
        None => {}
    }
    let value = T::read(node)?;
    *slot = Some(if is_except { Scope::Except(value) } else { Scope::Only(value) });
    Ok(())
}

fn scoped<'v, T: Form>([only, except]: [&'static str; 2], scope: &'v Scope<T>) -> Member<'v> {
    element(if scope.is_except() { except } else { only }, scope.value())
}

impl Form for Effect {
    fn read(node: Node<'_>) -> Result<Self> {
        let text = form::string(node)?;
        let unknown = || fault(node.place(), ReadErrorKind::UnknownEffect { given: form::shown(text) });
        Self::from_name(text).ok_or_else(unknown)
    }

    fn tree(&self) -> Value<'_> {
        form::value(Data::String(Cow::Borrowed(self.name())))
    }
}
