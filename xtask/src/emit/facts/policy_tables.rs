//! Formats the tables of facts that `catalog-policy` reads.

use super::table_file::{POLICY, file, lines, string};
use crate::emit::file::File;
use crate::emit::tokens::ident;
use crate::facts::{
    FactFile, FactTable, GlobalKey, PolicyOfAws, PolicyVariables, RcpService, RequestTags, SessionActions, Shape,
    ShapedKey, SizeLimit, TrustAction, UsedByAws, WrongType,
};
use proc_macro2::Literal;
use quote::quote;
use toml::Spanned;

pub(super) fn global_keys(table: &FactTable<GlobalKey>) -> File {
    let title = "AWS's global condition keys.";
    file((POLICY, FactFile::GlobalKeys), title, table, |table| {
        let mut keys: Vec<_> = table.values().collect();
        keys.sort_by_key(|key| key.name.get_ref());
        let rows = keys.into_iter().map(|GlobalKey { name, value_type, is_listed_by_action }| {
            let (name, value_type) = (string(name.get_ref()), ident(&format!("{value_type:?}")));
            quote! {
                GlobalKey {
                    name: #name,
                    value_type: ConditionKeyType::#value_type,
                    is_listed_by_action: #is_listed_by_action,
                }
            }
        });
        quote! {
            use crate::global_keys::GlobalKey;
            use catalog_core::ConditionKeyType;

            #[doc = " All global keys, sorted by name."]
            pub const GLOBAL_KEYS: &[GlobalKey] = &[#(#rows),*];
        }
    })
}

pub(super) fn policy_variables(table: &FactTable<PolicyVariables>) -> File {
    let title = "Policy variables that are not condition keys.";
    file((POLICY, FactFile::PolicyVariables), title, table, |table| {
        let mut beginnings: Vec<_> = table.values().map(|variables| variables.beginning.get_ref()).collect();
        beginnings.sort_unstable();
        let beginnings = beginnings.into_iter().map(|beginning| string(beginning));
        quote! {
            #[doc = " The beginnings of the variables' names, sorted."]
            pub(crate) const POLICY_VARIABLES: &[&str] = &[#(#beginnings),*];
        }
    })
}

pub(super) fn rcp_services(table: &FactTable<RcpService>) -> File {
    let title = "The services that resource control policies apply to.";
    file((POLICY, FactFile::RcpServices), title, table, |table| {
        let mut prefixes: Vec<_> = table.values().map(|service| service.prefix.get_ref()).collect();
        prefixes.sort_unstable();
        let prefixes = prefixes.into_iter().map(|prefix| string(prefix));
        let months = table.facts.iter().map(|fact| fact.evidence.month.to_string());
        let month = string(&months.max().unwrap_or_default());
        quote! {
            #[doc = " The prefixes of the services, sorted."]
            pub(crate) const RCP_SERVICES: &[&str] = &[#(#prefixes),*];

            #[doc = " The newest month of the list."]
            pub(crate) const RCP_SERVICES_MONTH: &str = #month;
        }
    })
}

pub(super) fn request_tags(table: &FactTable<RequestTags>) -> File {
    let title = "Services whose pages list the condition keys about the tags of a request for too many actions.";
    file((POLICY, FactFile::RequestTags), title, table, |table| {
        let mut services: Vec<_> = table.facts.iter().map(|fact| (&fact.value, fact.evidence.month)).collect();
        services.sort_by_key(|(service, _)| service.prefix.get_ref());
        let rows = services.into_iter().map(|(RequestTags { prefix, actions, only_tag_keys }, month)| {
            let names = |actions: &[Spanned<String>]| {
                let names = actions.iter().filter_map(|action| Some(action.get_ref().split_once(':')?.1));
                let names: Vec<_> = names.collect();
                lines(&if names.is_empty() { Vec::new() } else { vec![names.join(" ")] })
            };
            let (prefix, month) = (string(prefix.get_ref()), string(&month.to_string()));
            let (actions, only_tag_keys) = (names(actions), names(only_tag_keys));
            quote! { (#prefix, #month, #actions, #only_tag_keys) }
        });
        quote! {
            #[doc = " The service prefixes, sorted, each with the month of the facts, the names of the actions whose requests"]
            #[doc = " carry both keys, and the names of the actions whose requests carry only `aws:TagKeys`."]
            pub(crate) const REQUEST_TAGS: &[(&str, &str, &str, &str)] = &[#(#rows),*];
        }
    })
}

pub(super) fn session_actions(table: &FactTable<SessionActions>) -> File {
    let title = "Services that need several actions in the trust policy of a role.";
    file((POLICY, FactFile::SessionActions), title, table, |table| {
        let mut services: Vec<_> = table.values().collect();
        services.sort_by_key(|service| &service.service);
        let rows = services.into_iter().map(|SessionActions { service, actions }| {
            let (service, actions) = (string(service), actions.iter().map(|action| string(action.get_ref())));
            quote! { (#service, &[#(#actions),*]) }
        });
        quote! {
            #[doc = " The service principals, sorted, each with the actions that it needs."]
            pub(crate) const SESSION_ACTIONS: &[(&str, &[&str])] = &[#(#rows),*];
        }
    })
}

pub(super) fn size_limits(table: &FactTable<SizeLimit>) -> File {
    let title = "The maximum size of a policy of each kind.";
    file((POLICY, FactFile::SizeLimits), title, table, |table| {
        let rows = table.values().map(|limit| {
            let SizeLimit { kind, characters, counts_white_space, of, has_exceptions } = limit;
            let (kind, characters) = (ident(kind), Literal::u32_unsuffixed(*characters));
            let of = string(of);
            quote! {
                (
                    PolicyKind::#kind,
                    SizeLimit {
                        characters: #characters,
                        counts_white_space: #counts_white_space,
                        of: #of,
                        has_exceptions: #has_exceptions,
                    },
                )
            }
        });
        quote! {
            use crate::kind::{PolicyKind, SizeLimit};

            #[doc = " The limits of the kinds that have one."]
            pub(crate) const SIZE_LIMITS: &[(PolicyKind, SizeLimit)] = &[#(#rows),*];
        }
    })
}

pub(super) fn trust_actions(table: &FactTable<TrustAction>) -> File {
    let title = "The actions that a trust policy can name.";
    file((POLICY, FactFile::TrustActions), title, table, |table| {
        let mut names: Vec<_> = table.values().map(|action| action.name.get_ref()).collect();
        names.sort_unstable();
        let names = names.into_iter().map(|name| string(name));
        quote! {
            #[doc = " The full names of the actions, sorted."]
            pub(crate) const TRUST_ACTIONS: &[&str] = &[#(#names),*];
        }
    })
}

pub(super) fn used_by_aws(table: &FactTable<UsedByAws>) -> File {
    let title = "Names that AWS's own policies use as actions, although AWS's reference does not list them.";
    file((POLICY, FactFile::UsedByAws), title, table, |table| {
        let names = |used: &'_ UsedByAws| used.actions.iter().map(|name| name.get_ref().clone()).collect::<Vec<_>>();
        let mut rows: Vec<_> =
            table.values().flat_map(|used| names(used).into_iter().map(|name| (name, &used.policy))).collect();
        rows.sort_unstable();
        let rows = rows.into_iter().map(|(name, policy)| {
            let name = string(&name);
            let policy = match policy {
                PolicyOfAws::Managed(policy) => {
                    let policy = string(policy);
                    quote! { PolicyOfAws::Managed(#policy) }
                }
                PolicyOfAws::DefaultOf(resource) => {
                    let resource = string(resource);
                    quote! { PolicyOfAws::DefaultOf(#resource) }
                }
            };
            quote! { (#name, #policy) }
        });
        quote! {
            use crate::used_by_aws::PolicyOfAws;

            #[doc = " The full names, sorted, each with a policy that uses it."]
            pub(crate) const USED_BY_AWS: &[(&str, PolicyOfAws)] = &[#(#rows),*];
        }
    })
}

pub(super) fn value_shapes(table: &FactTable<ShapedKey>) -> File {
    let title = "Condition keys whose values have a known shape.";
    file((POLICY, FactFile::ValueShapes), title, table, |table| {
        let mut keys: Vec<_> = table.values().collect();
        keys.sort_by_key(|key| key.name.get_ref());
        let sensitive = keys.iter().filter(|key| key.is_sensitive).map(|key| string(key.name.get_ref()));
        let sensitive: Vec<_> = sensitive.collect();
        let rows = keys.into_iter().map(|ShapedKey { name, shape, .. }| {
            let name = string(name.get_ref());
            match shape {
                Shape::Word(shape) => {
                    let shape = ident(shape);
                    quote! { (#name, ValueShape::#shape) }
                }
                Shape::OneOf(values) => {
                    let values = values.iter().map(|value| string(value));
                    quote! { (#name, ValueShape::OneOf(&[#(#values),*])) }
                }
            }
        });
        quote! {
            use crate::value_shapes::ValueShape;

            #[doc = " The keys, sorted by name, each with the shape of its values."]
            pub(crate) const VALUE_SHAPES: &[(&str, ValueShape)] = &[#(#rows),*];

            #[doc = " The keys that AWS's page lists as sensitive, sorted by name. No wildcard in their values is useful."]
            pub(crate) const SENSITIVE_KEYS: &[&str] = &[#(#sensitive),*];
        }
    })
}

pub(super) fn wrong_types(table: &FactTable<WrongType>) -> File {
    let title = "Condition keys whose type on AWS's page is wrong.";
    file((POLICY, FactFile::KnownErrors), title, table, |table| {
        let mut keys: Vec<_> = table.values().map(|WrongType { key, .. }| key.get_ref()).collect();
        keys.sort_unstable();
        let keys = keys.into_iter().map(|key| string(key));
        quote! {
            #[doc = " The keys, sorted. The type of their values is unknown."]
            pub(crate) const WRONG_TYPES: &[&str] = &[#(#keys),*];
        }
    })
}
