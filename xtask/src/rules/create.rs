//! Creates the file of a new rule: its page with headings to fill in, its declaration, and a check with a test.

use super::id::pascal_case;
use super::page::HEADINGS;
use std::fmt::Write as _;

/// Returns the contents of a new rule's file. `version` is the version of the rule.
pub(crate) fn file(id: &str, version: &str) -> String {
    let name = pascal_case(&id.replace('-', "_"));
    let mut text = "//! Reports FILL-IN.\n".to_owned();
    for heading in HEADINGS {
        let body = match heading {
            "Example" => {
                "//! An identity policy that FILL-IN:\n//!\n//! ```json\n//! {\"Version\": \"2012-10-17\", \"Statement\": []}\n//! ```"
            }
            "Fix" => "//! FILL-IN.\n//!\n//! ```json\n//! {\"Version\": \"2012-10-17\", \"Statement\": []}\n//! ```",
            _ => "//! FILL-IN.",
        };
        // Writing into a string cannot fail.
        let _ = writeln!(text, "//!\n//! ## {heading}\n{body}");
    }
    text + &format!(
        "
use crate::{{catalog::PolicyCatalog, context::Context, document::StatementNode, rule::Check}};

rule! {{
    {name} {{ severity: Warning, group: Style, since: \"{version}\" }}
}}

impl Check for {name} {{
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {{
        if statement.sid().is_some_and(|sid| sid.text == \"FillIn\") {{
            cx.report::<Self>(statement.members().place, \"FILL-IN\");
        }}
    }}
}}

#[cfg(test)]
mod tests {{
    use crate::testing::finds;

    #[test]
    fn it_reports_what_it_is_for() {{
        finds(r#\"\"Sid\": \"Other\", \"Effect\": \"Deny\", \"Action\": \"ses:*\", \"Resource\": \"*\"\"#, &[]);
        let statement = r#\"\"Sid\": \"FillIn\", \"Effect\": \"Deny\", \"Action\": \"ses:*\", \"Resource\": \"*\"\"#;
        finds(statement, &[\"{id} /Statement\"]);
    }}
}}
"
    )
}

#[cfg(test)]
mod tests {
    use super::super::read::rule;
    use super::*;

    #[test]
    fn a_new_file_is_a_rule_with_an_unfinished_page() {
        let rule = rule("public_function", &file("public-function", "0.1.0")).unwrap();
        assert!(rule.is_unfinished);
        assert_eq!((rule.id().as_str(), rule.declaration.since.as_str()), ("public-function", "0.1.0"));
    }
}
