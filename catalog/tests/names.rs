//! Checks the names of modules and variants, which this test reads from the generated files as text.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use catalog::{AnyAction, AnyConditionKey, AnyResourceType, Service, services};

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Returns the modules that a file declares.
fn modules(file: &str) -> Vec<String> {
    let text = std::fs::read_to_string(source().join(file)).unwrap();
    let name = |line: &str| {
        let line = line.strip_prefix("pub ").unwrap_or(line);
        Some(line.strip_prefix("mod ")?.trim_end_matches([';', '{', ' ']).to_owned())
    };
    text.lines().filter_map(name).collect()
}

#[test]
fn every_service_has_the_module_of_its_prefix() {
    let modules = modules("services.rs");
    let of_prefixes: Vec<String> = services().map(|service| service.prefix().replace('-', "_")).collect();
    // A prefix that is a keyword or begins with a digit would need another module name. Today there is none.
    assert_eq!(modules, of_prefixes);
    assert_eq!(modules.iter().collect::<BTreeSet<_>>().len(), services().len());
    for (module, service) in modules.iter().zip(services()) {
        let file = std::fs::read_to_string(source().join("services").join(format!("{module}.rs"))).unwrap();
        assert!(file.contains(&format!("service = \"{}\"", service.prefix())), "{module}");
    }
}

/// Checks that the crate root has no module with the name of a service. The root imports the services with `*`, so such
/// a module would silently hide the service.
#[test]
fn no_module_of_the_crate_hides_a_service() {
    let own = modules("lib.rs");
    assert!(own.iter().any(|module| module == "define") && own.iter().any(|module| module == "lookup"), "{own:?}");
    let hidden: Vec<&str> =
        services().map(Service::prefix).filter(|prefix| own.contains(&prefix.replace('-', "_"))).collect();
    assert!(hidden.is_empty(), "{hidden:?}");
}

/// Checks that identifiers do not differ only in case. They would compile, but readers would confuse them because IAM
/// ignores case. If AWS ever adds such names, assign another identifier to one of them in
/// `docs-src/facts/identifiers.toml`.
#[test]
fn no_two_identifiers_of_an_enum_meet_in_any_case() {
    let mut counts = BTreeMap::new();
    for module in modules("services.rs") {
        let file = std::fs::read_to_string(source().join("services").join(format!("{module}.rs"))).unwrap();
        let mut names = BTreeMap::new();
        let mut kind = "";
        for line in file.lines() {
            if let Some(rest) = line.strip_prefix("pub enum ") {
                kind = rest.split_whitespace().next().unwrap();
            } else if line == "}" {
                kind = "";
            } else if !kind.is_empty()
                && let Some(variant) = line.strip_prefix("    ").and_then(|line| line.strip_suffix(','))
                && variant.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            {
                let other = names.insert((kind, variant.to_ascii_lowercase()), variant);
                assert_eq!(other, None, "{module}::{kind}::{variant}");
                *counts.entry(kind.to_owned()).or_insert(0) += 1;
            }
        }
    }
    let expected = [
        ("Action", catalog::actions().len()),
        ("ConditionKey", catalog::condition_keys().count()),
        ("Operation", catalog::operations().count()),
        ("ResourceType", catalog::resource_types().count()),
    ];
    assert_eq!(counts, expected.map(|(kind, count)| (kind.to_owned(), count)).into());
}

/// Checks that no two names of the catalog differ only in case. Lookup ignores case, so most spellings of two such
/// names would be ambiguous.
#[test]
fn no_two_names_of_a_service_meet_in_any_case() {
    for service in services() {
        let lists: [Vec<&str>; 3] = [
            service.actions().map(AnyAction::name).collect(),
            service.resource_types().map(AnyResourceType::name).collect(),
            service.condition_keys().map(AnyConditionKey::name).collect(),
        ];
        for names in lists {
            let folded: BTreeSet<String> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
            assert_eq!(folded.len(), names.len(), "{service}");
        }
    }
}
