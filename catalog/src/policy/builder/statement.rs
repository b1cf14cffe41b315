//! The builder of a statement.

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};

use catalog_policy::{
    form::FormError,
    grammar::{Effect, StatementElement},
    operator::Operator,
    principal::PrincipalError,
};

use super::{
    comparison::Comparison,
    key::IntoKey,
    list::{IntoList, Items},
    problem::{BuildError, Problem, ProblemKind},
};
use crate::policy::{ActionText, ConditionValue, OneOrMany, Principal, ResourceText, Scope, Statement};

/// A builder of a statement, created by [`Statement::allow`] and its variants.
#[derive(Clone, Debug)]
#[must_use = "a statement does nothing until you add it to a policy"]
pub struct StatementBuilder {
    statement: Statement,
    problems: Vec<Problem>,
}

impl Statement {
    /// Creates a builder for a statement that allows actions.
    ///
    /// ```
    /// use catalog::policy::{Principal, Statement};
    /// use catalog::sts;
    ///
    /// let trust = Statement::allow(sts::Action::AssumeRole).principal(Principal::service("ec2.amazonaws.com")).build()?;
    /// assert_eq!(
    ///     trust.to_string(),
    ///     r#"{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}"#
    /// );
    /// # Ok::<_, catalog::policy::BuildError>(())
    /// ```
    pub fn allow(actions: impl IntoList<ActionText>) -> StatementBuilder {
        StatementBuilder::begin(Effect::Allow, Scope::Only, actions)
    }

    /// Creates a builder for a statement that allows all actions except these, with `NotAction`.
    pub fn allow_except(actions: impl IntoList<ActionText>) -> StatementBuilder {
        StatementBuilder::begin(Effect::Allow, Scope::Except, actions)
    }

    /// Creates a builder for a statement that denies actions.
    pub fn deny(actions: impl IntoList<ActionText>) -> StatementBuilder {
        StatementBuilder::begin(Effect::Deny, Scope::Only, actions)
    }

    /// Creates a builder for a statement that denies all actions except these, with `NotAction`.
    pub fn deny_except(actions: impl IntoList<ActionText>) -> StatementBuilder {
        StatementBuilder::begin(Effect::Deny, Scope::Except, actions)
    }
}

impl StatementBuilder {
    fn begin(
        effect: Effect,
        scope: fn(OneOrMany<ActionText>) -> Scope<OneOrMany<ActionText>>,
        actions: impl IntoList<ActionText>,
    ) -> Self {
        let statement = Statement::new(effect, scope(OneOrMany::Many(Vec::new())));
        Self { statement, problems: Vec::new() }.and(actions)
    }

    /// Adds actions, such as actions of another service, to those that the statement already has.
    pub fn and(mut self, actions: impl IntoList<ActionText>) -> Self {
        let element =
            if self.statement.action.is_except() { StatementElement::NotAction } else { StatementElement::Action };
        add(self.statement.action.value_mut(), Items::from_list(actions), element, &mut self.problems);
        self
    }

    /// Sets `Sid`, the name of the statement.
    pub fn sid(mut self, sid: impl Into<String>) -> Self {
        self.statement.sid = Some(sid.into());
        self
    }

    /// Adds resources. Use [`ResourceText::EVERYTHING`] for `*`.
    pub fn resource(self, resources: impl IntoList<ResourceText>) -> Self {
        self.resources(Scope::Only, StatementElement::Resource, resources)
    }

    /// Adds resources to `NotResource`. The statement applies to all resources except these.
    pub fn not_resource(self, resources: impl IntoList<ResourceText>) -> Self {
        self.resources(Scope::Except, StatementElement::NotResource, resources)
    }

    fn resources(
        mut self,
        scope: fn(OneOrMany<ResourceText>) -> Scope<OneOrMany<ResourceText>>,
        element: StatementElement,
        resources: impl IntoList<ResourceText>,
    ) -> Self {
        let empty = scope(OneOrMany::Many(Vec::new()));
        let is_except = empty.is_except();
        let known = self.statement.resource.get_or_insert(empty);
        if known.is_except() == is_except {
            add(known.value_mut(), Items::from_list(resources), element, &mut self.problems);
        } else {
            let conflict = FormError::ConflictingElements { element: StatementElement::Resource.name() };
            self.problems.push(Problem::new(format!("/{}", element.name()), conflict.into()));
        }
        self
    }

    /// Adds a principal, such as the result of a constructor of [`Principal`].
    pub fn principal(self, principal: impl IntoPrincipal) -> Self {
        self.principals(false, principal.into_principal())
    }

    /// Adds a principal to `NotPrincipal`. The statement applies to all principals except these.
    pub fn not_principal(self, principal: impl IntoPrincipal) -> Self {
        self.principals(true, principal.into_principal())
    }

    fn principals(mut self, is_except: bool, principal: Result<Principal, PrincipalError>) -> Self {
        let element = if is_except { StatementElement::NotPrincipal } else { StatementElement::Principal };
        let scope = if is_except { Scope::Except } else { Scope::Only };
        let problem = match (principal, &mut self.statement.principal) {
            (Err(error), _) => ProblemKind::Principal(error),
            (Ok(principal), slot @ None) => {
                *slot = Some(scope(principal));
                return self;
            }
            (Ok(_), Some(known)) if known.is_except() != is_except => {
                FormError::ConflictingElements { element: StatementElement::Principal.name() }.into()
            }
            (Ok(principal), Some(known)) => {
                if known.value_mut().join(principal) {
                    return self;
                }
                ProblemKind::EverybodyAndOthers
            }
        };
        self.problems.push(Problem::new(format!("/{}", element.name()), problem));
        self
    }

    /// Adds a comparison to the condition: an operator, a condition key, and the values that the key is compared to.
    ///
    /// The operator is a [`Comparator`](crate::policy::Comparator), or the result of its methods, such as
    /// `StringLike.for_any_value().if_exists()`. The operator must fit the type of the key, and each value must fit the
    /// operator. If the operator accepts wildcards, `*` and `?` are wildcards in a value. If the operator compares
    /// strings or ARNs, a value can contain a [`Variable`](super::Variable).
    ///
    /// ```
    /// use catalog::policy::{Comparator::*, Key, ResourceText, Statement};
    /// use catalog::{ec2, iam};
    /// use std::net::Ipv4Addr;
    ///
    /// let statement = Statement::allow(ec2::Action::RunInstances)
    ///     .resource(ResourceText::EVERYTHING)
    ///     .condition(StringEquals.for_all_values(), Key::new("aws:TagKeys"), ["team", "cost"])
    ///     .condition(StringEquals, Key::filled(ec2::ConditionKey::AwsRequestTagTagKey, "team"), "mail")
    ///     .condition(Null, Key::new("aws:RequestTag/cost"), false)
    ///     .condition(NumericLessThan.if_exists(), Key::new("aws:MultiFactorAuthAge"), 3600)
    ///     .condition(IpAddress, Key::new("aws:SourceIp"), Ipv4Addr::new(203, 0, 113, 7))
    ///     .build()?;
    /// assert_eq!(statement.condition.map(|condition| condition.iter().count()), Some(5));
    /// # Ok::<_, catalog::policy::BuildError>(())
    /// ```
    pub fn condition(
        self,
        operator: impl Into<Operator>,
        key: impl IntoKey,
        values: impl IntoList<ConditionValue>,
    ) -> Self {
        self.when(Comparison::new(operator, key, values))
    }

    /// Adds a comparison to the condition.
    pub fn when(mut self, comparison: Comparison) -> Self {
        let mut condition = self.statement.condition.take().unwrap_or_default();
        comparison.put(&mut condition, &mut self.problems);
        self.statement.condition = Some(condition);
        self
    }

    /// Builds the statement. You can also add the builder itself to a policy.
    ///
    /// # Errors
    /// Returns every problem with the input, each with its place in the statement.
    pub fn build(self) -> Result<Statement, BuildError> {
        let (statement, problems) = self.into_parts();
        BuildError::unless_none(problems, statement)
    }

    pub(super) fn into_parts(self) -> (Statement, Vec<Problem>) {
        (self.statement, self.problems)
    }
}

/// Creates a builder from a finished statement, which is not checked again.
impl From<Statement> for StatementBuilder {
    fn from(statement: Statement) -> Self {
        Self { statement, problems: Vec::new() }
    }
}

/// Adds items to a list, and adds their problems to `problems`.
fn add<T>(list: &mut OneOrMany<T>, items: Items<T>, element: StatementElement, problems: &mut Vec<Problem>) {
    let name = element.name();
    let element = format!("/{name}");
    let before = list.len() + problems.iter().filter(|problem| problem.pointer().starts_with(&element)).count();
    if items.values.is_empty() && items.problems.is_empty() {
        problems.push(Problem::new(element, ProblemKind::Empty { element: name.to_string() }));
        return;
    }
    let is_list = items.is_list || before > 0;
    let place = |position| if is_list { format!("{element}/{position}") } else { element.clone() };
    problems.extend(items.problems.into_iter().map(|(at, kind)| Problem::new(place(before.saturating_add(at)), kind)));
    if before == 0 {
        *list = OneOrMany::from_items(items.values, is_list);
    } else {
        list.extend(items.values);
    }
}

/// A principal for a builder: a [`Principal`], or the `Result` of one of its constructors.
pub trait IntoPrincipal {
    /// Returns the principal.
    ///
    /// # Errors
    /// Returns the error of an earlier check.
    fn into_principal(self) -> Result<Principal, PrincipalError>;
}

impl IntoPrincipal for Principal {
    fn into_principal(self) -> Result<Principal, PrincipalError> {
        Ok(self)
    }
}

impl IntoPrincipal for Result<Principal, PrincipalError> {
    fn into_principal(self) -> Result<Principal, PrincipalError> {
        self
    }
}

impl<T> OneOrMany<T> {
    /// Returns a single item without brackets, unless `is_list` is true or the number of items is not 1.
    pub(super) fn from_items(mut items: Vec<T>, is_list: bool) -> Self {
        match items.pop() {
            Some(one) if !is_list && items.is_empty() => Self::One(one),
            last => {
                items.extend(last);
                Self::Many(items)
            }
        }
    }
}
