//! The examples, as a person runs them.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first thing that is wrong")]

mod support;

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use support::example;

/// The exit code, standard output and standard error.
fn run(name: &str, arguments: &[&str], input: &str) -> Option<(i32, String, String)> {
    let mut command = Command::new(example(name)?);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // Who has arguments does not read.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
    Some((output.status.code().unwrap(), text(output.stdout), text(output.stderr)))
}

#[test]
fn what_can_groups_by_access_level() {
    let Some((code, out, _)) = run("what_can", &["iam:PassRole", "SES:send*email"], "") else { return };
    assert_eq!(code, 0);
    assert!(
        out.contains("Write (") && out.contains("\n  iam:PassRole\n") && out.contains("  ses:SendRawEmail\n"),
        "{out}"
    );
    let (code, out, err) = run("what_can", &["s3:Get*", "s4:Get*", "iam:PasRole"], "").unwrap();
    assert_eq!((code, &*out), (1, ""));
    assert!(err.contains("`s4:Get*`") && err.contains("did you mean `iam:PassRole`?"), "{err}");
    for wrong in [&[][..], &["--help"]] {
        let (code, _, err) = run("what_can", wrong, "").unwrap();
        assert!(code == 2 && err.starts_with("usage: what_can PATTERN"), "{err}");
    }
}

#[test]
fn least_privilege_says_what_it_saves() {
    let all: Vec<String> = catalog::expand("s3:Get*").unwrap().map(|action| format!("    \"{action}\",\n")).collect();
    let Some((code, out, err)) = run("least_privilege", &[], &all.concat()) else { return };
    assert_eq!((code, &*out), (0, "s3:Get*\n"));
    assert!(err.ends_with(" are 1 of 10\n"), "{err}");
    let (code, out, err) = run("least_privilege", &["iam:PassRole", "iam:Frob", "x"], "").unwrap();
    assert_eq!((code, &*out), (1, ""));
    assert_eq!(err.lines().count(), 2, "{err}");
    let (code, _, err) = run("least_privilege", &[], "\n \n").unwrap();
    assert!(code == 2 && err.starts_with("usage:"), "{err}");
}

#[test]
fn who_needs_tells_required_from_optional() {
    let Some((code, out, _)) = run("who_needs", &["s3:bucket"], "") else { return };
    assert_eq!(code, 0);
    let (required, optional) = out.split_once("\noptional by ").unwrap();
    assert!(required.starts_with("required by ") && required.contains("  s3:DeleteBucket "), "{out}");
    assert!(!optional.contains(" s3:DeleteBucket "));
    let (code, _, err) = run("who_needs", &["ses:identiti"], "").unwrap();
    assert!(code == 1 && err.contains("did you mean `ses:identity`?"), "{err}");
    assert_eq!(run("who_needs", &["s3:bucket", "s3:object"], "").unwrap().0, 2);
}
