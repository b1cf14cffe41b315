//! Tests of `catalog completions`.

#![expect(clippy::unwrap_used, reason = "a test may panic at the first failure")]

mod support;

use std::process::Command;

use support::{catalog, outcome};

fn script(shell: &str) -> String {
    let (code, out, err) = outcome(&mut catalog(&["completions", shell]), "");
    assert_eq!((code, &*err), (0, ""), "{shell}");
    out
}

#[test]
fn every_shell_has_a_script_with_all_subcommands() {
    for (shell, sign) in [
        ("bash", "complete -F _catalog"),
        ("zsh", "#compdef catalog"),
        ("fish", "complete -c catalog"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        let script = script(shell);
        assert!(script.contains(sign), "{shell}");
        for name in ["lint", "explain", "who-needs", "write-baseline", "markdown", "stdin-filename"] {
            assert!(script.contains(name) || name == "markdown" && shell != "bash", "{shell}: {name}");
        }
    }
    let (code, _, err) = outcome(&mut catalog(&["completions", "tcsh"]), "");
    assert!(code == 2 && err.contains("possible values: bash, elvish, fish, powershell, zsh"), "{err}");
}

/// Sources the script in bash, and lets it complete the value of an option.
#[test]
fn the_script_for_bash_completes_values() {
    let commands = r#"
        eval "$(cat)"
        COMP_WORDS=(catalog lint --format "") COMP_CWORD=3
        _catalog catalog "" --format
        echo "${COMPREPLY[@]}"
    "#;
    let mut bash = Command::new("bash");
    bash.args(["--noprofile", "--norc", "-c", commands]);
    bash.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    if Command::new("bash").arg("--version").output().is_err() {
        eprintln!("skipped: bash is not installed");
        return;
    }
    let (code, out, err) = outcome(&mut bash, script("bash"));
    assert_eq!((code, &*out, &*err), (0, "text json sarif github gitlab junit markdown\n", ""));
}
