//! Runs the steps of a workflow or of an action, in an environment that imitates GitHub's.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use tempfile::TempDir;

use crate::repository;

/// A machine that runs steps in a directory.
pub(crate) struct Runner {
    /// The directory of the runner itself: its temporary files, and programs that replace those of the machine.
    own: TempDir,
    workspace: PathBuf,
    /// GitHub's variables, and the variables of the workflow.
    pub(crate) variables: BTreeMap<String, String>,
    /// The values of expressions, such as `inputs.paths`.
    pub(crate) context: BTreeMap<String, String>,
}

/// The result of all steps.
#[derive(Debug)]
pub(crate) struct Job {
    /// The exit status of the first step that failed, or 0.
    pub(crate) status: i32,
    /// The standard output of all steps.
    pub(crate) stdout: String,
    /// The standard error of all steps.
    pub(crate) stderr: String,
    /// The summary of the job.
    pub(crate) summary: String,
    /// The steps that use another action: its name, and its inputs.
    pub(crate) used: Vec<(String, BTreeMap<String, String>)>,
}

impl Runner {
    /// Creates a runner for Linux that works in a directory.
    pub(crate) fn new(workspace: &Path) -> Self {
        let own = tempfile::tempdir().unwrap();
        for directory in ["temp", "bin"] {
            fs::create_dir(own.path().join(directory)).unwrap();
        }
        let root = own.path().to_str().unwrap();
        let action = repository::path("");
        let variables = [
            ("GITHUB_ACTION_PATH", action.to_str().unwrap()),
            ("GITHUB_OUTPUT", &format!("{root}/output")),
            ("GITHUB_PATH", &format!("{root}/path")),
            ("GITHUB_REF_NAME", "main"),
            ("GITHUB_SERVER_URL", &format!("file://{root}/server")),
            ("GITHUB_STEP_SUMMARY", &format!("{root}/summary")),
            ("RUNNER_ARCH", "X64"),
            ("RUNNER_OS", "Linux"),
            ("RUNNER_TEMP", &format!("{root}/temp")),
        ];
        let variables = variables.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
        Self { own, workspace: workspace.to_owned(), variables, context: BTreeMap::new() }
    }

    /// Returns the directory of the runner's temporary files. The directory `server` next to it has the files of
    /// GitHub's server.
    pub(crate) fn temporary(&self) -> PathBuf {
        self.own.path().join("temp")
    }

    /// Adds a shell script that replaces a program of the machine.
    pub(crate) fn replace(&self, program: &str, script: &str) {
        let path = self.own.path().join("bin").join(program);
        fs::write(&path, format!("#!/bin/bash\nset -euo pipefail\n{script}\n")).unwrap();
        fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    }

    /// Runs steps until one fails.
    pub(crate) fn run(&mut self, steps: &Value) -> Job {
        let mut job =
            Job { status: 0, stdout: String::new(), stderr: String::new(), summary: String::new(), used: Vec::new() };
        for step in steps.as_array().unwrap() {
            if job.status == 0 && step["if"].as_str().is_none_or(|condition| self.holds(condition)) {
                self.step(step, &mut job);
            }
        }
        job.summary = self.file("summary");
        job
    }

    fn step(&mut self, step: &Value, job: &mut Job) {
        if let Some(action) = step["uses"].as_str() {
            return job.used.push((action.to_owned(), self.map(&step["with"])));
        }
        let output = Command::new("bash")
            .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"].as_str().unwrap()])
            .current_dir(&self.workspace)
            .env_clear()
            .env("PATH", self.search_path())
            .env("HOME", env::var_os("HOME").unwrap())
            .envs(&self.variables)
            .envs(self.map(&step["env"]))
            .output()
            .unwrap();
        job.status = output.status.code().unwrap();
        job.stdout += &String::from_utf8(output.stdout).unwrap();
        job.stderr += &String::from_utf8(output.stderr).unwrap();
        if let Some(id) = step["id"].as_str() {
            for line in self.file("output").lines() {
                let (name, text) = line.split_once('=').unwrap();
                self.context.insert(format!("steps.{id}.outputs.{name}"), text.to_owned());
            }
        }
        let _ = fs::remove_file(self.own.path().join("output"));
    }

    /// Returns the directories of programs: those that earlier steps added, the replaced programs, those of the machine.
    fn search_path(&self) -> String {
        let mut directories: Vec<PathBuf> = self.file("path").lines().map(PathBuf::from).collect();
        directories.push(self.own.path().join("bin"));
        directories.extend(env::split_paths(&env::var_os("PATH").unwrap()));
        env::join_paths(directories).unwrap().into_string().unwrap()
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(self.own.path().join(name)).unwrap_or_default()
    }

    /// Evaluates the values of a table, such as `env`.
    fn map(&self, table: &Value) -> BTreeMap<String, String> {
        let entries = table.as_object().into_iter().flatten();
        entries.map(|(name, text)| (name.clone(), self.evaluated(text.as_str().unwrap()))).collect()
    }

    /// Replaces the expressions in a string. An unknown expression is empty, as on GitHub.
    pub(crate) fn evaluated(&self, text: &str) -> String {
        let mut parts = text.split("${{");
        let mut result = parts.next().unwrap().to_owned();
        for part in parts {
            let (expression, after) = part.split_once("}}").unwrap();
            result += self.context.get(expression.trim()).map_or("", String::as_str);
            result += after;
        }
        result
    }

    /// Evaluates a condition, which is one or more comparisons with strings.
    fn holds(&self, condition: &str) -> bool {
        condition.split(" && ").all(|comparison| {
            let (operator, is_equal) = if comparison.contains(" == ") { (" == ", true) } else { (" != ", false) };
            let (expression, expected) = comparison.split_once(operator).unwrap();
            let found = self.context.get(expression).map_or("", String::as_str);
            (format!("'{found}'") == expected) == is_equal
        })
    }
}
