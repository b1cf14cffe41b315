//! Names as strings in a configuration file: `cargo run -p catalog --example serde_names --features serde`.

use catalog::{AnyAction, ses};
use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize, Serialize)]
struct Grant {
    actions: Vec<AnyAction>,
    sender: ses::ConditionKey,
}

pub(crate) fn main() -> Result<(), serde_json::Error> {
    let grant: Grant = serde_json::from_str(r#"{"actions": ["ses:sendemail"], "sender": "ses:FromAddress"}"#)?;
    assert_eq!(grant.actions, [ses::Action::SendEmail.any()]);
    println!("{}", serde_json::to_string(&grant)?);

    if let Err(error) = serde_json::from_str::<Grant>(r#"{"actions": ["ses:SendEmial"]}"#) {
        println!("error: {error}");
    }
    Ok(())
}
