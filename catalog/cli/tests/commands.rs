//! Tests all commands except `lint` and `explain`, run as programs.

#![expect(clippy::unwrap_used, reason = "a test may panic at the first failure")]

mod support;

use std::io::Read as _;

use support::{Outcome, catalog, outcome};

fn run(subcommand: &str, arguments: &[&str]) -> Outcome {
    run_on(subcommand, arguments, "")
}

fn run_on(subcommand: &str, arguments: &[&str], input: &str) -> Outcome {
    outcome(&mut catalog(&[&[subcommand], arguments].concat()), input)
}

#[test]
fn expand_groups_by_access_level() {
    let (code, out, _) = run("expand", &["iam:PassRole", "SES:send*email"]);
    assert_eq!(code, 0);
    assert!(
        out.contains("Write (") && out.contains("\n  iam:PassRole\n") && out.contains("  ses:SendRawEmail\n"),
        "{out}"
    );
    let (code, out, err) = run("expand", &["s3:Get*", "s4:Get*", "iam:PasRole"]);
    assert_eq!((code, &*out), (1, ""));
    assert!(err.contains("`s4:Get*`") && err.contains("did you mean `iam:PassRole`?"), "{err}");
    let (code, out, err) = run("expand", &[]);
    assert!(code == 2 && out.is_empty() && err.contains("Usage: catalog expand <PATTERN>..."), "{err}");
    let (code, out, _) = run("expand", &["sqs:SendMessage"]);
    assert_eq!(code, 0);
    assert_eq!(
        out,
        "Write (1):\n  sqs:SendMessage\n1 action. An action with several access levels is listed under each.\n"
    );
}

#[test]
fn shrink_says_what_it_saves() {
    let all: Vec<String> = catalog::expand("s3:Get*").unwrap().map(|action| format!("    \"{action}\",\n")).collect();
    let (code, out, err) = run_on("shrink", &[], &all.concat());
    assert_eq!((code, &*out), (0, "s3:Get*\n"));
    let (saved, future) = err.split_once('\n').unwrap();
    assert!(saved.ends_with(" become 1 (10 characters)"), "{err}");
    assert!(future.starts_with("the entry is a pattern, which will ") && future.contains("`--future`"), "{err}");
    let (code, out, err) = run("shrink", &["iam:PassRole", "iam:Frob", "x"]);
    assert_eq!((code, &*out), (1, ""));
    assert_eq!(err.lines().count(), 2, "{err}");
    let (code, out, err) = run_on("shrink", &[], "\n \n");
    assert!(code == 2 && out.is_empty() && err.contains("missing ACTION"), "{err}");
    let (code, out, err) = run("shrink", &["--frob"]);
    assert!(code == 2 && out.is_empty() && err.contains("Usage: catalog shrink"), "{err}");
}

#[test]
fn shrink_describes_what_the_patterns_will_match() {
    let (code, out, err) = run("shrink", &["--future", "sqs:TagQueue", "sqs:UntagQueue", "iam:GetUser"]);
    assert_eq!((code, &*out), (0, "iam:GetUser\nsqs:*TagQueue\n"));
    let (_, future) = err.split_once('\n').unwrap();
    assert_eq!(
        future,
        "`sqs:*TagQueue` will also match each new action of `sqs` with a name that ends with `TagQueue`\n"
    );
    let (_, out, err) = run("shrink", &["iam:GetUser"]);
    assert_eq!((&*out, err.lines().count()), ("iam:GetUser\n", 1), "{err}");
}

#[test]
fn shrink_never_prints_a_longer_list() {
    for given in [
        // Patterns that end within words, which the library does not find.
        &["s3:*ckets", "s3:ListB*", "s3:List*ry", "s3:getbucketac*"][..],
        &["sqs:*Mess*", "sqs:*Q*"],
        // Repeated entries, and entries that other entries match.
        &["sqs:SendMessage", "SQS:sendmessage", "sqs:Send*", "ses:Send*"],
        &["sqs:sendmess*", "sqs:SendMessage", "sqs:SendMess*"],
        &["*", "sqs:Send*"],
    ] {
        let (code, out, err) = run("shrink", given);
        assert_eq!(code, 0, "{err}");
        let list: Vec<&str> = out.lines().collect();
        let length = |list: &[&str]| list.iter().map(|entry| entry.len()).sum::<usize>();
        assert!(length(&list) <= length(given) && list.len() <= given.len(), "{out}");
        assert!(catalog::ActionSet::from_patterns(&list).unwrap() == catalog::ActionSet::from_patterns(given).unwrap());
        // The list is already as short as it gets.
        assert_eq!(run("shrink", &list).1, out);
    }
    let (code, out, err) = run("shrink", &["sqs:Frob*", "iam:GetUser"]);
    assert_eq!((code, &*out), (0, "iam:GetUser\n"));
    assert!(err.starts_with("`sqs:Frob*` matches no action, and is left out\n"), "{err}");
    let (code, out, _) = run("shrink", &["sqs:Frob*"]);
    assert_eq!((code, &*out), (0, ""));
}

#[test]
fn who_needs_tells_required_from_optional() {
    let (code, out, _) = run("who-needs", &["s3:bucket"]);
    assert_eq!(code, 0);
    let (required, optional) = out.split_once("\noptional for ").unwrap();
    assert!(required.starts_with("required by ") && required.contains("  s3:DeleteBucket "), "{out}");
    assert!(!optional.contains(" s3:DeleteBucket "));
    let (code, _, err) = run("who-needs", &["ses:identiti"]);
    assert!(code == 1 && err.contains("did you mean `ses:identity`?"), "{err}");
    assert_eq!(run("who-needs", &["s3:bucket", "s3:object"]).0, 2);
    assert_eq!(run("who-needs", &[]).0, 2);
}

#[test]
fn editions_names_the_newest_first_and_then_what_is_older() {
    let (code, out, err) = run("editions", &[]);
    assert_eq!((code, &*err), (0, ""));
    let newest = catalog::edition().unwrap();
    let first = format!("{} services, as AWS documented them in {newest}\n", catalog::services().len());
    assert!(out.starts_with(&first), "{out}");
    let marks = catalog::edition_of(catalog::FactKind::PermissionOnlyMarks);
    let of_marks = format!("which actions are permission-only: {}\n", marks.unwrap());
    assert_eq!(out.contains(&of_marks), marks != Some(newest), "{out}");
    assert!(out.contains("ses: list_amazonses.md, which fills gaps in newer pages: 2018-04\n"), "{out}");
    assert_eq!(run("editions", &["s3"]).0, 2);
}

#[test]
fn help_names_every_command_and_each_has_an_example() {
    let (code, out, _) = run("--help", &[]);
    assert_eq!(code, 0);
    insta::assert_snapshot!("help", out);
    for command in ["lint", "explain", "expand", "shrink", "who-needs", "editions"] {
        assert!(out.contains(&format!("\n  {command} ")), "{out}");
        let (code, help, err) = run(command, &["--help"]);
        assert_eq!((code, &*err), (0, ""));
        assert!(help.contains(&format!("Usage: catalog {command}")), "{help}");
        assert!(help.contains("\nExample") && help.contains(&format!("\n  catalog {command}")), "{help}");
        // The snapshot for `lint` is in `lint.rs`.
        if command != "lint" {
            insta::assert_snapshot!(format!("help_{command}"), help);
        }
    }
    let (code, out, err) = run("--version", &[]);
    assert_eq!((code, &*out, &*err), (0, concat!("catalog ", env!("CARGO_PKG_VERSION"), "\n"), ""));
}

#[test]
fn wrong_commands_are_refused() {
    let (code, out, err) = run("lnit", &[]);
    assert!(code == 2 && out.is_empty() && err.contains("'lint'"), "{err}");
    let (code, out, err) = outcome(&mut catalog(&[]), "");
    assert!(code == 2 && out.is_empty() && err.contains("Usage: catalog [OPTIONS] <COMMAND>"), "{err}");
}

#[test]
fn a_reader_may_close_the_pipe() {
    for arguments in [["expand", "*"], ["explain", "*"], ["explain", "ec2:Region"], ["who-needs", "ec2:instance"]] {
        let mut child = catalog(&arguments).spawn().unwrap();
        let mut begin = [0; 16];
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut begin).unwrap();
        drop(out);
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), &*err), (Some(0), ""), "{arguments:?}");
    }
}
