//! Checks that a model is unchanged after it was written to generated files and read back.

#[path = "support/model.rs"]
mod model;
mod support;

use catalog_core::excerpt::is_unseen;
use prop::collection::vec;
use prop::sample::{select, subsequence};
use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
use std::path::Path;
use support::{fixtures, folders, tree};
use xtask::diagnostic::{self, Color, Diagnostic};
use xtask::emit::{self, File, NamedService};
use xtask::facts::identifiers::ChosenIdentifiers;
use xtask::facts::known_errors::KnownErrors;
use xtask::model::{AccessLevel, Action, AuthorizedAction, FactEditions, Operation, Page, Requirement, Service};
use xtask::progress::Progress;
use xtask::read_back::{self, ReadBackError};
use xtask::source::{Source, Sources};
use xtask::{check, pipeline, read};

/// Reads back the services of the generated service files. Skips the lists of services.
fn read_back(files: &[File]) -> Result<Vec<Service>, ReadBackError> {
    let folder = format!("{}/", emit::SERVICES);
    let modules = files.iter().find(|file| file.path.ends_with("/src/services.rs")).map(|file| file.text.as_str());
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

/// Generates strings that could have a meaning in Rust, Markdown, HTML or a terminal, or that are invisible.
fn hostile() -> impl Strategy<Value = String> {
    let odd = [
        "\"",
        "\\",
        "\\\"",
        "*/",
        "/*",
        "//!",
        "#!",
        "{}",
        "{0}",
        "${x}",
        "\r",
        "\t",
        "\0",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{200b}",
        "\u{ad}",
        "\u{2028}",
        "\u{e0041}",
        "`",
        "```",
        "<!--",
        "-->",
        "<b>",
        "|",
        "\\|",
        "r#\"",
        "\"#",
        "'",
        "é",
        "☃",
        ")]",
        "]",
        "(",
        ")",
        "name = \"x\"",
        "# condition keys",
        "[x y] ",
        "&amp;",
        "\u{85}",
        "pub fn main() {}",
    ];
    let piece = prop_oneof![select(odd.to_vec()).prop_map(str::to_owned), "[ -~]{1,8}", "[^\n]{1,3}"];
    vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    /// Puts hostile strings into a page. The page must be refused, or give Rust files that state the same and hide
    /// nothing.
    #[test]
    fn hostile_texts_are_refused_or_come_back(texts in vec(hostile(), 9), odd in subsequence((0..9).collect::<Vec<usize>>(), 1..4)) {
        let page = include_str!("fixtures/sections/list_examplepost.md");
        let places = [
            "Example Post", "Grants permission to carry a bag", "https://example.com/c", "${BagId}", "https://example.com/k",
            "Filters access by the weight of the bag", "https://example.com/b", "expost:Weight", "Weigh]",
        ];
        let text = odd.iter().fold(page.to_owned(), |page, at| page.replace(places[*at], &texts[*at]));
        let source = Source { name: "list_examplepost.md".into(), path: "list_examplepost.md".into(), text };
        let mut sources = Sources::default();
        let file = sources.add(source.clone());
        let (lowered, found) = pipeline::page(file, &source, &KnownErrors::repository());
        let unseen = |character: char| is_unseen(character) && character != '\n';
        for diagnostic in &found {
            let message = diagnostic::render(diagnostic, &sources, Color::Plain);
            prop_assert!(!message.contains(unseen), "{message:?}");
            let json = serde_json::to_string(&diagnostic::Json::new(diagnostic, &sources)).unwrap();
            prop_assert!(!json.contains(unseen), "{json:?}");
        }
        if !found.iter().any(Diagnostic::is_error) {
            let mut errors = Vec::new();
            let lowered = [lowered.unwrap()];
            let identifiers = check::identifiers(&lowered, &ChosenIdentifiers::repository(), &mut errors);
            if !errors.is_empty() {
                return Ok(());
            }
            let service = &lowered[0].service;
            let named = NamedService { service, identifiers: &identifiers[0], example: None };
            let files = emit::files(&[named], FactEditions::default(), Progress::Hidden);
            for file in &files {
                let kept = |character: char| matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\t');
                prop_assert!(!file.text.contains(|character| unseen(character) && !kept(character)), "{:?}", file.text);
                let is_rust = Path::new(&file.path).extension().is_some_and(|extension| extension == "rs");
                prop_assert!(!is_rust || syn::parse_file(&file.text).is_ok(), "{}", file.text);
            }
            prop_assert_eq!(read_back(&files), Ok(vec![service.clone()]));
        }
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

/// Checks that the services of every directory with AWS's own pages are read back unchanged. Pages with errors are left
/// out.
#[test]
fn the_reference_comes_back() {
    let Some(pages) = std::env::var_os("CATALOG_PAGES") else {
        return println!("skipped: CATALOG_PAGES is not set");
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
        // Skip a service with colliding names, because it is not generated until `identifiers.toml` has an entry for
        // one of them.
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
                identifiers.iter().map(|identifiers| NamedService { service, identifiers, example: None })
            })
            .collect();
        let services: Vec<_> = named.iter().map(|named| named.service.clone()).collect();
        println!("{name}: {} of {all} pages, {} of {} services", folder.pages.len(), services.len(), lowered.len());
        assert!(read_back(&emit::files(&named, FactEditions::default(), Progress::Hidden)) == Ok(services), "{name}");
    }
}

/// Checks that actions without stated dependent actions are marked only if another service states some.
#[test]
fn what_is_not_stated_is_marked_if_something_is_stated() {
    let row = |dependent_actions| Requirement { dependent_actions, ..Requirement::default() };
    let service = |prefix: &str, dependent_actions| Service {
        prefix: prefix.to_owned(),
        name: prefix.to_owned(),
        pages: vec![Page { file: format!("list_{prefix}.md"), edition: None }],
        actions: vec![Action { name: "Send".to_owned(), rows: vec![row(dependent_actions)], ..Action::default() }],
        ..Service::default()
    };
    let marks = |services: &[Service]| {
        let files = model::files(services);
        assert_eq!(read_back(&files), Ok(services.to_vec()));
        files.iter().filter(|file| file.text.contains("dependent_actions_not_stated")).count()
    };
    assert_eq!(marks(&[service("exa", None), service("exb", Some(Vec::new()))]), 1);
    assert_eq!(marks(&[service("exa", None), service("exb", None)]), 0);
}
