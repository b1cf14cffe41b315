//! The places in the properties of a resource that have policies, or that certainly have none.

use alloc::vec::Vec;

use crate::{
    json::Value,
    kind::PolicyKind,
    shape::get,
    template_properties::{Contents, TemplateProperty, of_type},
};

/// The places below a value whose content is known, each as a path.
#[derive(Clone, Debug, Default)]
pub(super) struct Expected(Vec<(&'static str, Contents)>);

impl Expected {
    /// Returns the places in the properties of a resource.
    pub(super) fn of_resource(resource_type: &str, properties: &Value<'_>) -> Self {
        let table = of_type(resource_type);
        let mut places: Vec<(&str, Contents)> = Vec::new();
        for property in table {
            let is_decided = places.iter().any(|(path, _)| *path == property.path);
            if !is_decided && applies(property, table, properties) {
                places.push((property.path, property.contents));
            }
        }
        Self(places)
    }

    /// Returns true if no place below the value has a known content.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the content that is expected here.
    pub(super) fn here(&self) -> Option<Contents> {
        self.0.iter().find(|(path, _)| path.is_empty()).map(|(_, contents)| *contents)
    }

    /// Adds a property that has no policy.
    pub(super) fn leave_out(&mut self, name: &'static str) {
        self.0.push((name, Contents::Other));
    }

    /// Returns the kind of the policy to which a service adds the statement in an object. Returns `None` if the object
    /// does not have the actions of such a statement.
    pub(super) fn actions(&self, object: &Value<'_>) -> Option<PolicyKind> {
        self.0.iter().find_map(|(path, contents)| match contents {
            Contents::Actions(kind) if !path.contains('/') && get(object, path).is_some() => Some(*kind),
            _ => None,
        })
    }

    /// Returns the places below a member. A single object can be written where a list is expected.
    pub(super) fn member(&self, name: &str) -> Self {
        self.step(|path| rest(path, name).or_else(|| rest(rest(path, "*")?, name)).or_else(|| rest(path, "*")))
    }

    /// Returns the places below an item of a list.
    pub(super) fn item(&self) -> Self {
        self.step(|path| rest(path, "*"))
    }

    fn step(&self, rest: impl Fn(&'static str) -> Option<&'static str>) -> Self {
        Self(self.0.iter().filter_map(|(path, contents)| Some((rest(path)?, *contents))).collect())
    }
}

/// Returns true if an entry of the table applies to a resource. An entry can require a value of another property. If
/// a function gives this value, no entry of the same path applies. The shape of the value then decides.
fn applies(property: &TemplateProperty, table: &[TemplateProperty], properties: &Value<'_>) -> bool {
    let value = |name| get(properties, name).and_then(Value::as_str);
    match property.when {
        Some((name, expected)) => value(name) == Some(expected),
        None => table.iter().filter(|other| other.path == property.path).all(|other| match other.when {
            Some((name, _)) => value(name).is_some(),
            None => true,
        }),
    }
}

/// Returns the path below its first step, if that is the given one.
fn rest(path: &'static str, step: &str) -> Option<&'static str> {
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    (!path.is_empty() && first == step).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    fn expected(resource_type: &str, properties: &str) -> Expected {
        Expected::of_resource(resource_type, &parse(properties.as_bytes()).unwrap())
    }

    fn kind(expected: &Expected) -> Option<PolicyKind> {
        expected.here().and_then(Contents::kind)
    }

    #[test]
    fn a_path_leads_to_its_policy() {
        let role = expected("AWS::IAM::Role", "{}");
        assert_eq!(kind(&role.member("AssumeRolePolicyDocument")), Some(PolicyKind::Trust));
        let list = role.member("Policies");
        assert_eq!((role.here(), list.here()), (None, None));
        assert_eq!(kind(&list.item().member("PolicyDocument")), Some(PolicyKind::Identity));
        assert_eq!(kind(&list.member("PolicyDocument")), Some(PolicyKind::Identity));
        assert_eq!(kind(&list.item().member("PolicyName")), None);
        assert!(expected("Custom::Role", "{}").member("Policies").0.is_empty());
    }

    #[test]
    fn the_type_of_an_organizations_policy_decides_its_content() {
        let content = |properties| expected("AWS::Organizations::Policy", properties).member("Content").here();
        let kind = |properties| content(properties).and_then(Contents::kind);
        assert_eq!(kind(r#"{"Type": "SERVICE_CONTROL_POLICY"}"#), Some(PolicyKind::ServiceControl));
        assert_eq!(kind(r#"{"Type": "RESOURCE_CONTROL_POLICY"}"#), Some(PolicyKind::ResourceControl));
        assert_eq!(content(r#"{"Type": "TAG_POLICY"}"#), Some(Contents::Other));
        assert_eq!(content(r#"{"Type": {"Ref": "Type"}}"#), None);
    }

    #[test]
    fn a_permission_is_recognized_by_its_actions() {
        let kind = |resource_type, properties: &str| {
            let properties = parse(properties.as_bytes()).unwrap();
            Expected::of_resource(resource_type, &properties).actions(&properties)
        };
        let action = r#"{"Action": "lambda:InvokeFunction"}"#;
        assert_eq!(kind("AWS::Lambda::Permission", action), Some(PolicyKind::Function));
        assert_eq!(kind("AWS::Lambda::Permission", "{}"), None);
        assert_eq!(kind("AWS::IAM::Role", action), None);
    }
}
