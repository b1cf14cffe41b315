//! Tests the feature `arn`: the formats of the whole catalog and of a user's service, and the types that match an ARN.
#![cfg(feature = "arn")]

use std::collections::BTreeSet;

use catalog::{AnyResourceType, ArnErrorKind, ArnFormat, ArnFormats, Service, resource_types_of, services, ses};

mod mailer {
    //! A service with cases that the catalog may not contain.

    use catalog::define::{actions, condition_keys, resource_types};

    #[actions(service = "mailer")]
    pub(crate) enum Action {}

    #[resource_types(service = "mailer")]
    pub(crate) enum ResourceType {
        #[resource_type(arns(
            "arn:${Partition}:mailer:${Region}:${Account}:box/${Box}",
            "arn:${Partition}:post:::box:${Box}"
        ))]
        Mailbox,
        Letter,
        #[resource_type(arns("arn:${Partition}:mailer:${Region}:stamp"))]
        Stamp,
    }

    #[condition_keys(service = "mailer")]
    pub(crate) enum ConditionKey {}
}

const IDENTITY: ArnFormats = ses::ResourceType::Identity.arn_formats();

fn every_type() -> impl Iterator<Item = AnyResourceType> {
    services().flat_map(Service::resource_types)
}

fn every_format() -> impl Iterator<Item = ArnFormat<'static>> {
    every_type().flat_map(AnyResourceType::arn_formats)
}

/// Returns values for the variables of a format. All values differ, and none contains a separator between variables.
fn sample(format: ArnFormat<'static>) -> Vec<(&'static str, &'static str)> {
    const VALUES: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let values = format.variables().zip(VALUES).enumerate();
    let value = |(position, (name, value)): (usize, (&'static str, &'static str))| match (position, name) {
        (0, _) => (name, "aws-cn"),
        (_, "Region") => (name, "cn-north-1"),
        (_, "*") => (name, "any"),
        (_, name) if name.ends_with("Account") || name.ends_with("AccountId") => (name, "111122223333"),
        (_, name) => (name, value),
    };
    values.map(value).collect()
}

#[test]
fn every_format_of_the_catalog_can_be_read() {
    let unread: Vec<_> = every_format().filter_map(ArnFormat::error).collect();
    assert_eq!(unread, []);
    let count = every_format().count();
    assert!(count > 2_000, "{count}");
    assert!(IDENTITY.iter().all(|format| format.to_string().starts_with("arn:${Partition}:ses:")));
}

#[test]
fn every_format_builds_an_arn_and_takes_it_apart() {
    for found in every_type() {
        for format in found.arn_formats() {
            let parts = sample(format);
            let built = format.build(parts.iter().copied());
            let arn = built.unwrap_or_else(|error| panic!("{found} {format}: {error}")).to_string();
            assert!(found.matches(&arn) && found.overlaps(&arn), "{found} {format} {arn}");
            let read = format.parse(&arn).unwrap();
            // A parser cannot find the border between two adjacent variables.
            if !format.as_str().contains("}${") {
                assert!(read.into_iter().eq(parts), "{found} {format} {arn} {read:?}");
            }
            assert_eq!(format.build(read).unwrap().to_string(), arn);
            let pattern = format.parse(&arn).unwrap().into_iter().map(|(name, _)| (name, "*"));
            let pattern = format.build_pattern(pattern).unwrap().to_string();
            assert!(found.overlaps(&pattern), "{found} {format} {pattern}");
        }
    }
}

#[test]
fn no_type_of_an_arn_is_missed() {
    // Check only every 29th type, to save time.
    for found in every_type().step_by(29) {
        for format in found.arn_formats() {
            let arn = format.build(sample(format)).unwrap().to_string();
            let types: Vec<_> = resource_types_of(&arn).collect();
            let expected: BTreeSet<_> = every_type().filter(|other| other.matches(&arn)).collect();
            assert_eq!(types.len(), expected.len(), "{arn} {types:?}");
            assert_eq!(types.iter().copied().collect::<BTreeSet<_>>(), expected, "{arn}");
            assert!(types.contains(&found), "{arn}");
        }
    }
}

#[test]
fn the_service_that_an_arn_names_comes_first() {
    let prefixes = |arn: &str| resource_types_of(arn).map(|found| found.to_string()).collect::<Vec<_>>();
    let volume = prefixes("arn:aws:ec2:eu-west-1:111122223333:volume/vol-1");
    assert_eq!(volume.first().map(String::as_str), Some("ec2:volume"));
    assert!(volume.iter().any(|found| !found.starts_with("ec2:")), "other services also list volumes: {volume:?}");
    let object = prefixes("arn:aws:s3:::mail/in/1.eml");
    assert_eq!(object.first().map(String::as_str), Some("s3:object"));
    assert!(!object.contains(&"s3:bucket".to_owned()));
    assert_eq!(prefixes("arn:aws:no-such-service"), [""; 0]);
    assert_eq!(prefixes(""), [""; 0]);
}

#[test]
fn a_service_of_ones_own_has_formats() {
    use mailer::ResourceType::{Letter, Mailbox, Stamp};
    let formats = Mailbox.arn_formats();
    assert_eq!((formats.len(), formats.is_empty()), (2, false));
    assert_eq!(
        formats.iter().next_back().map(|format| format.to_string()).unwrap(),
        "arn:${Partition}:post:::box:${Box}"
    );
    assert!(Mailbox.any().matches("arn:aws:post:::box:a") && Mailbox.any().matches("arn:aws:mailer:::box/a"));
    // A type without a format matches no ARN, but may overlap any pattern.
    assert!(Letter.arn_formats().is_empty() && !Letter.any().matches("arn:aws:mailer:::letter/a"));
    assert!(Letter.any().overlaps("arn:aws:mailer:::letter/a"));
    // A format that cannot be parsed is kept verbatim, and parsing an ARN with it returns the error of the format.
    let stamp = Stamp.arn_formats().iter().next().unwrap();
    assert_eq!(stamp.as_str(), "arn:${Partition}:mailer:${Region}:stamp");
    assert!(matches!(stamp.parse("arn:aws:mailer:::stamp").unwrap_err().kind(), ArnErrorKind::Format(_)));
    assert!(!Stamp.any().matches("arn:aws:mailer:::stamp") && Stamp.any().overlaps("arn:aws:mailer:::stamp"));
}

/// Checks that nearly all resources in AWS's managed policies match a type of the catalog.
#[test]
fn the_patterns_of_real_policies_overlap() {
    let Some(folder) = std::env::var_os("CATALOG_POLICIES") else {
        return println!("skipped: CATALOG_POLICIES is not set to a directory of policies");
    };
    let mut patterns = BTreeSet::new();
    let mut folders = vec![std::path::PathBuf::from(folder).join("managed")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                let text = std::fs::read_to_string(&path).unwrap();
                if let Ok(policy) = serde_json::from_str(&text) {
                    collect(&policy, false, &mut patterns);
                }
            }
        }
    }
    let types: Vec<_> = every_type().collect();
    let without: Vec<_> =
        patterns.iter().filter(|pattern| !types.iter().any(|found| found.overlaps(pattern))).collect();
    println!("{} patterns, without a type: {without:?}", patterns.len());
    assert!(patterns.len() > 100 && without.len() * 100 < patterns.len(), "{without:?}");
}

/// Collects the ARN patterns in `Resource` and `NotResource`.
fn collect(value: &serde_json::Value, is_resource: bool, patterns: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::String(text) if is_resource && text.starts_with("arn:") => {
            patterns.insert(text.clone());
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| collect(value, is_resource, patterns)),
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                collect(value, is_resource || name.ends_with("Resource"), patterns);
            }
        }
        _ => {}
    }
}
