//! Converts the variants of the generated enums to actions, resource types, condition keys and operations.

use super::options::{NameElement, Options, ReferredName};
use crate::model::{
    AccessLevel, Action, ActionResource, AuthorizedAction, ConditionKey, ConditionKeyType, Operation, Requirement,
    ResourceType, Scenario,
};
use crate::slice::unescape;
use proc_macro2::Ident;
use std::collections::HashMap;
use syn::{Attribute, Error, Expr, ExprLit, Fields, ItemEnum, Lit, Meta, Result, Variant};

/// The names that the variants of `Action` and `ResourceType` refer to, by identifier.
pub(super) struct ReferenceNames {
    resource_types: HashMap<String, String>,
    condition_keys: HashMap<String, String>,
    /// The dependent actions of a row without the option `dependent_actions`. `None` means not stated.
    dependents: Option<Vec<String>>,
}

impl ReferenceNames {
    /// Collects the names of a service's resource types and condition keys by their identifiers.
    pub(super) fn new(types: &ItemEnum, keys: &ItemEnum, dependents_stated: bool) -> Result<Self> {
        let names = |item: &ItemEnum, attribute: &str| {
            let name = |variant: &Variant| {
                let mut parts = VariantAttributes::new(variant, &[attribute])?;
                Ok((variant.ident.to_string(), parts.only(attribute)?.needed("name")?))
            };
            item.variants.iter().map(name).collect::<Result<HashMap<_, _>>>()
        };
        Ok(Self {
            resource_types: names(types, "resource_type")?,
            condition_keys: names(keys, "condition_key")?,
            dependents: dependents_stated.then(Vec::new),
        })
    }

    /// Returns an action, and true if it is marked as having no link.
    pub(super) fn action(&self, variant: &Variant) -> Result<(Action, bool)> {
        let mut parts = VariantAttributes::new(variant, &["action", "row", "scenario"])?;
        let mut options = parts.only("action")?;
        let mut rows = Vec::new();
        let mut scenarios = Vec::new();
        for (attribute, mut options) in parts.attributes {
            let resource_types = self.action_resources(&mut options)?;
            if attribute == "row" {
                rows.push(Requirement {
                    resource_types,
                    condition_keys: self.condition_keys(&mut options)?,
                    dependent_actions: self.dependent_actions(&mut options)?,
                });
            } else {
                scenarios.push(Scenario { name: options.needed("name")?, resource_types });
            }
            options.finish()?;
        }
        if rows.is_empty() {
            rows.push(Requirement { dependent_actions: self.dependents.clone(), ..Requirement::default() });
        }
        if options.word("dependent_actions_not_stated")? {
            for row in &mut rows {
                row.dependent_actions = None;
            }
        }
        let action = Action {
            name: options.text("name")?.unwrap_or_else(|| variant.ident.to_string()),
            permission_only: options.word("permission_only")?,
            description: parts.description,
            url: options.text("url")?,
            page: options.text("page")?,
            access_levels: access_levels(&mut options)?,
            rows,
            scenarios,
        };
        let no_url = options.word("no_url")?;
        options.finish()?;
        Ok((action, no_url))
    }

    /// Returns the resource type of a variant.
    pub(super) fn resource_type(&self, variant: &Variant) -> Result<ResourceType> {
        let mut options = VariantAttributes::new(variant, &["resource_type"])?.only("resource_type")?;
        let resource_type = ResourceType {
            name: options.needed("name")?,
            arns: options.texts("arns")?.unwrap_or_default(),
            condition_keys: self.condition_keys(&mut options)?,
            url: options.text("url")?,
        };
        options.finish()?;
        Ok(resource_type)
    }

    fn action_resources(&self, options: &mut Options) -> Result<Vec<ActionResource>> {
        let resources = options.names("resource_types")?;
        let resource = |NameElement { name, required }| {
            let name = referred(&self.resource_types, name, options)?;
            Ok(ActionResource { name, required })
        };
        resources.into_iter().map(resource).collect()
    }

    fn condition_keys(&self, options: &mut Options) -> Result<Vec<String>> {
        let keys = options.names("condition_keys")?;
        keys.into_iter().map(|key| referred(&self.condition_keys, key.name, options)).collect()
    }

    fn dependent_actions(&self, options: &mut Options) -> Result<Option<Vec<String>>> {
        let not_stated = options.word("dependent_actions_not_stated")?;
        match options.texts("dependent_actions")? {
            Some(_) if not_stated => Err(options.error("contradictory options for dependent actions")),
            None if not_stated => Ok(None),
            None => Ok(self.dependents.clone()),
            stated => Ok(stated),
        }
    }
}

/// Returns AWS's name for an element of a list.
fn referred(names: &HashMap<String, String>, name: ReferredName, options: &Options) -> Result<String> {
    match name {
        ReferredName::NotDefined(name) => Ok(name),
        ReferredName::Identifier(identifier) => {
            names.get(&identifier).cloned().ok_or_else(|| options.error(&format!("unknown identifier `{identifier}`")))
        }
    }
}

/// Returns the condition key of a variant.
pub(super) fn condition_key(variant: &Variant) -> Result<ConditionKey> {
    let mut parts = VariantAttributes::new(variant, &["condition_key"])?;
    let mut options = parts.only("condition_key")?;
    let value_type = options.name("type")?;
    let value_type = value_type.map(|name| {
        let known = ConditionKeyType::ALL.iter().copied().find(|known| known.name() == name);
        known.ok_or_else(|| options.error(&format!("unknown type `{name}`")))
    });
    let key = ConditionKey {
        name: options.needed("name")?,
        value_type: value_type.transpose()?,
        description: parts.description,
        url: options.text("url")?,
    };
    options.finish()?;
    Ok(key)
}

/// Returns the operation of a variant.
pub(super) fn operation(variant: &Variant) -> Result<Operation> {
    let mut parts = VariantAttributes::new(variant, &["operation", "authorized_by"])?;
    let mut options = parts.only("operation")?;
    let name = options.text("name")?.unwrap_or_else(|| variant.ident.to_string());
    let sdk_client = options.text("sdk_client")?;
    let page = options.text("page")?;
    options.finish()?;
    let mut actions = Vec::new();
    for (_, mut options) in parts.attributes {
        actions.push(AuthorizedAction {
            action: options.first()?,
            condition_key: options.text("condition_key")?,
            values: options.texts("values")?.unwrap_or_default(),
            access_levels: access_levels(&mut options)?,
        });
        options.finish()?;
    }
    Ok(Operation { name, sdk_client, page, actions })
}

fn access_levels(options: &mut Options) -> Result<Vec<AccessLevel>> {
    let names = options.texts("access_levels")?.unwrap_or_default();
    let level = |name: String| {
        let known = AccessLevel::ALL.iter().copied().find(|level| level.name() == name);
        known.ok_or_else(|| options.error(&format!("unknown access level `{name}`")))
    };
    names.into_iter().map(level).collect()
}

/// The attributes of a variant.
struct VariantAttributes {
    description: Option<String>,
    /// The other attributes, in order.
    attributes: Vec<(String, Options)>,
    of: Ident,
}

impl VariantAttributes {
    fn new(variant: &Variant, known: &[&str]) -> Result<Self> {
        let name = &variant.ident;
        let error = |message: String| Error::new(name.span(), format!("`{name}`: {message}"));
        if !matches!(variant.fields, Fields::Unit) || variant.discriminant.is_some() {
            return Err(error("not a unit variant".to_owned()));
        }
        let mut parts = Self { description: None, attributes: Vec::new(), of: name.clone() };
        for attribute in &variant.attrs {
            let path = attribute.path().get_ident().map(ToString::to_string).unwrap_or_default();
            if path == "doc" && parts.description.is_none() {
                parts.description =
                    Some(description(attribute).ok_or_else(|| error("invalid description".to_owned()))?);
            } else if known.contains(&path.as_str()) {
                parts.attributes.push((path, Options::parse(attribute, name)?));
            } else {
                return Err(error(format!("unknown attribute `{path}`")));
            }
        }
        Ok(parts)
    }

    /// Removes the attribute `name` and returns its options, or no options if it is missing. A repeated attribute is an
    /// error.
    fn only(&mut self, name: &str) -> Result<Options> {
        let of_name = |(attribute, _): &(String, Options)| attribute == name;
        let Some(at) = self.attributes.iter().position(of_name) else {
            return Ok(Options::none(&self.of));
        };
        let (_, options) = self.attributes.remove(at);
        if self.attributes.iter().any(of_name) {
            return Err(options.error(&format!("repeated `{name}`")));
        }
        Ok(options)
    }
}

/// Returns AWS's description from a doc comment.
fn description(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else { return None };
    let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = &meta.value else { return None };
    Some(unescape(text.value().strip_prefix(' ')?).into_owned())
}
