//! Names that the compiler checks, names that are parsed at run time, and queries:
//! `cargo run -p catalog --example names`.

use catalog::{AccessLevel, ActionQuery as _, AnyAction, NameError, action, ses};

const SEND: ses::Action = action!("ses:SendEmail");

pub(crate) fn main() -> Result<(), NameError> {
    // IAM ignores the case of a name.
    let parsed: AnyAction = "SES:sendemail".parse()?;
    assert_eq!(parsed, SEND.any());

    for accepted in SEND.resource_types() {
        println!(
            "{SEND} accepts {}{}",
            accepted.resource_type,
            if accepted.is_required() { " (required)" } else { "" }
        );
    }
    for action in catalog::expand("s3:*Object")?.with_access_levels(AccessLevel::Write) {
        println!("{action} has write access and supports {} condition keys", action.condition_keys().len());
    }
    if let Err(error) = "ses:SendEmial".parse::<AnyAction>() {
        assert_eq!(error.to_string(), "unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?");
    }
    Ok(())
}
