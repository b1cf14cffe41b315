//! Tests the feature `serde`: names as the strings that a policy contains.
#![cfg(feature = "serde")]

use catalog::{AnyAction, AnyConditionKey, ses};
use serde_json::{from_str, json, to_value};

#[test]
fn names_are_strings() {
    for action in ses::Action::ALL {
        let text = to_value(action).unwrap();
        assert_eq!(text, json!(action.to_string()));
        assert_eq!(to_value(action.any()).unwrap(), text);
        assert_eq!(from_str::<ses::Action>(&text.to_string()).unwrap(), *action);
        assert_eq!(from_str::<AnyAction>(&text.to_string().to_uppercase()).unwrap(), action.any());
    }
    let key: AnyConditionKey = from_str(r#""ses:fromaddress""#).unwrap();
    assert_eq!(to_value(key).unwrap(), json!("ses:FromAddress"));
}

#[test]
fn a_wrong_name_is_an_error_with_its_place() {
    let error = from_str::<Vec<AnyAction>>("[\"ses:SendEmail\",\n \"ses:SendEmial\"]").unwrap_err().to_string();
    assert_eq!(error, "unknown action `ses:SendEmial`: did you mean `ses:SendEmail`? at line 2 column 16");
    let error = from_str::<ses::Action>("7").unwrap_err().to_string();
    assert!(error.contains("expected a name with its service prefix, such as `ses:SendEmail`"), "{error}");
}
