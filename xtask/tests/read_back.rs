//! Model → generated file → model is the identity: nothing that the reference says is lost in a generated file.

#[path = "support/model.rs"]
mod model;
mod support;

use proptest::prelude::{prop_assert_eq, proptest};
use std::path::Path;
use support::{fixtures, folders, tree};
use xtask::diagnostic::Diagnostic;
use xtask::emit::{self, File, NamedService};
use xtask::facts::identifiers::ChosenIdentifiers;
use xtask::facts::known_errors::KnownErrors;
use xtask::model::{AccessLevel, AuthorizedAction, FactEditions, Operation, Page, Service};
use xtask::progress::Progress;
use xtask::read_back::{self, ReadBackError};
use xtask::{check, pipeline, read};

/// The services behind the files of services; the two lists are not services.
fn read_back(files: &[File]) -> Result<Vec<Service>, ReadBackError> {
    let folder = format!("{}/", emit::SERVICES);
    let modules = files.iter().find(|file| file.path.ends_with("services.rs")).map(|file| file.text.as_str());
    let edition = read_back::edition(modules.unwrap_or_default());
    let services = files.iter().filter(|file| file.path.starts_with(&folder));
    services.map(|file| read_back::service(&file.text, edition)).collect()
}

proptest! {
    #[test]
    fn every_model_comes_back(services in model::services()) {
        let files = model::files(&services);
        prop_assert_eq!(read_back(&files), Ok(services));
    }
}

#[test]
fn golden_files_come_back_as_what_their_pages_say() {
    for (name, fixture) in folders(&fixtures("golden")) {
        let mut errors = Vec::new();
        let folder = read::folder(&fixture.join("docs-src"), "docs-src", &mut errors);
        let services: Vec<_> = pipeline::services(&folder, Progress::Hidden, &mut errors)
            .into_iter()
            .map(|lowered| lowered.service)
            .collect();
        let files: Vec<_> = tree(&fixture.join("out"))
            .into_iter()
            .map(|(path, text)| File { path, text: String::from_utf8(text).unwrap() })
            .collect();
        assert_eq!(read_back(&files), Ok(services), "{name}");
    }
}

#[test]
fn operations_are_the_fourth_enum() {
    let action = |name: &str| AuthorizedAction {
        action: name.to_owned(),
        condition_key: None,
        values: Vec::new(),
        access_levels: vec![AccessLevel::Write],
    };
    let operation = |name: &str, client: Option<&str>, actions| Operation {
        name: name.to_owned(),
        sdk_client: client.map(str::to_owned),
        page: None,
        actions,
    };
    let role = AuthorizedAction {
        condition_key: Some("iam:PassedToService".to_owned()),
        values: vec!["exmail.amazonaws.com".to_owned()],
        ..action("iam:PassRole")
    };
    let service = Service {
        prefix: "exmail".to_owned(),
        name: "Example Mail".to_owned(),
        pages: vec![Page { file: "list_examplemail.md".to_owned(), edition: None }],
        operations: vec![
            operation("SendLetter", None, vec![action("exmail:SendLetter"), role]),
            operation("burn", Some("exmail"), Vec::new()),
            operation("Describe", Some("exmail-query"), vec![action("exmail:Describe")]),
            operation("Describe", Some("exmail-write"), vec![action("exmail:Describe")]),
        ],
        ..Service::default()
    };
    let files = model::files(std::slice::from_ref(&service));
    assert_eq!(read_back(&files), Ok(vec![service]));
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("emit-operations", files[0].text));
}

/// Every folder of AWS's pages that can be read, as a whole or without the pages that cannot.
#[test]
fn the_reference_comes_back() {
    let Some(pages) = std::env::var_os("CATALOG_PAGES") else {
        return println!("skipped: CATALOG_PAGES does not name the folder of pages");
    };
    for (name, path) in folders(Path::new(&pages)) {
        let mut errors = Vec::new();
        let mut folder = read::folder(&path, &name, &mut errors);
        let all = folder.pages.len();
        let known_errors = KnownErrors::repository();
        folder.pages.retain(|page| {
            let found = pipeline::page(*page, folder.sources.get(*page).unwrap(), &known_errors).1;
            !found.iter().any(Diagnostic::is_error)
        });
        let lowered = pipeline::services(&folder, Progress::Hidden, &mut errors);
        // A service whose names meet has no file yet; `identifiers.toml` can settle it.
        let chosen = ChosenIdentifiers::repository();
        let settled: Vec<_> = lowered
            .iter()
            .filter_map(|lowered| {
                let mut found = Vec::new();
                let identifiers = check::identifiers(std::slice::from_ref(lowered), &chosen, &mut found);
                found.is_empty().then_some((&lowered.service, identifiers))
            })
            .collect();
        let named: Vec<_> = settled
            .iter()
            .flat_map(|(service, identifiers)| {
                identifiers.iter().map(|identifiers| NamedService { service, identifiers })
            })
            .collect();
        let services: Vec<_> = named.iter().map(|named| named.service.clone()).collect();
        println!("{name}: {} of {all} pages, {} of {} services", folder.pages.len(), services.len(), lowered.len());
        assert!(read_back(&emit::files(&named, FactEditions::default(), Progress::Hidden)) == Ok(services), "{name}");
    }
}
