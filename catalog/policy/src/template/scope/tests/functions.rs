//! Tests of each function.

use super::{variant, variants};
use crate::{
    json::{self, Value},
    template::Scope,
};

#[test]
fn a_value_without_functions_stays_the_same() {
    let value = r#"{"Action": ["s3:Get*", 1, true, null], "Condition": {"a": "${b}"}, "Ref": "x", "c": {}}"#;
    let tree = json::parse(value.as_bytes()).unwrap();
    assert_eq!(Scope::new(&tree).variants(&tree), core::slice::from_ref(&tree));
}

#[test]
fn a_reference_is_a_hole_unless_the_template_decides_it() {
    assert_eq!(variant(r#"{"Ref": "Topic"}"#), "<${Topic}>");
    assert_eq!(variant(r#"{"Ref": "Name"}"#), "<${Name}>");
    assert_eq!(variant(r#"{"Ref": "Fixed"}"#), r#""fixed""#);
    assert_eq!(
        variant(r#"[{"Ref": "Names"}, {"Ref": "Secret"}, {"Ref": "Stored"}]"#),
        "[<${Names}>, <${Secret}>, <${Stored}>]"
    );
    assert_eq!(variant(r#"{"Ref": "AWS::Partition"}"#), "<${AWS::Partition}>");
    assert_eq!(variant(r#"{"Ref": "AWS::StackName"}"#), "<${AWS::StackName}>");
    assert_eq!(variant(r#"{"Ref": ["Topic"]}"#), "<${Ref}>");
    assert_eq!(variant(r#"{"Fn::GetAtt": ["Role", "Arn"]}"#), "<${Role.Arn}>");
    assert_eq!(variant(r#"{"Fn::GetAtt": "Role.Arn"}"#), "<${Role.Arn}>");
    assert_eq!(variant(r#"{"Fn::GetAtt": {"a": "b"}}"#), "<${Fn::GetAtt}>");
}

#[test]
fn no_value_removes_members_and_items() {
    assert_eq!(variant(r#"{"a": {"Ref": "AWS::NoValue"}, "b": [1, {"Ref": "AWS::NoValue"}, 2]}"#), "{b: [1, 2]}");
    assert!(variants(r#"{"V": {"Ref": "AWS::NoValue"}}"#).is_empty());
}

#[test]
fn pseudo_parameters_have_a_form() {
    let template =
        json::parse(br#"{"V": {"Fn::Sub": "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:x"}}"#);
    let template = template.unwrap();
    let trees = Scope::new(&template).variants(super::get(&template, "V").unwrap());
    let hole = trees[0].as_hole().unwrap();
    assert_eq!((hole.stand_in(), hole.is_open()), ("arn:aws:sns:us-east-1:123456789012:x", false));
}

#[test]
fn sub_keeps_the_literal_parts() {
    assert_eq!(variant(r#"{"Fn::Sub": "s3:GetObject"}"#), r#""s3:GetObject""#);
    assert_eq!(variant(r#"{"Fn::Sub": "arn:${A}:${B.Arn}/*"}"#), "<arn:${A}:${B.Arn}/*>");
    assert_eq!(variant(r#"{"Fn::Sub": "${!aws:username}/*"}"#), "(${aws:username}/*)");
    assert_eq!(variant(r#"{"Fn::Sub": "${Fixed}"}"#), r#""fixed""#);
    assert_eq!(variant(r#"{"Fn::Sub": "${Fixed}-x"}"#), "(fixed-x)");
    assert_eq!(variant(r#"{"Fn::Sub": ""}"#), r#""""#);
    assert_eq!(variant(r#"{"Fn::Sub": ["${A}/${B}", {"A": "x", "B": {"Fn::Sub": "y${C}"}}]}"#), "<x/y${C}>");
    assert_eq!(variant(r#"{"Fn::Sub": ["${A}", {"A": {"Fn::Join": ["", ["s3:", "Get*"]]}}]}"#), "(s3:Get*)");
    assert_eq!(variant(r#"{"Fn::Sub": ["${A}${AWS::NoValue}", {"A": ["x"]}]}"#), "<${A}${AWS::NoValue}>");
}

#[test]
fn join_keeps_the_literal_parts() {
    assert_eq!(variant(r#"{"Fn::Join": ["", ["s3:", "GetObjct"]]}"#), "(s3:GetObjct)");
    assert_eq!(
        variant(r#"{"Fn::Join": [":", ["arn", {"Ref": "AWS::Partition"}, "s3", "", "", "b"]]}"#),
        "<arn:${AWS::Partition}:s3:::b>"
    );
    assert_eq!(variant(r#"{"Fn::Join": ["/", [{"Fn::Join": ["", ["a", 1]]}, {"Fn::Sub": "b${C}"}]]}"#), "<a1/b${C}>");
    assert_eq!(variant(r#"{"Fn::Join": [",", {"Ref": "Names"}]}"#), "<${Fn::Join}>");
    assert_eq!(variant(r#"{"Fn::Join": ["-", ["a", {"Ref": "AWS::NoValue"}, "b"]]}"#), "(a-b)");
    assert_eq!(variant(r#"{"Fn::Join": ["", []]}"#), r#""""#);
    assert_eq!(variant(r#"{"Fn::Join": [",", {"Fn::Split": ["|", "a|b"]}]}"#), "(a,b)");
    assert_eq!(variant(r#"{"Fn::Join": ["", ["only"]]}"#), r#""only""#);
}

#[test]
fn select_and_split_take_what_is_known() {
    assert_eq!(variant(r#"{"Fn::Select": [1, ["a", "b"]]}"#), r#""b""#);
    assert_eq!(variant(r#"{"Fn::Select": ["0", ["a", {"Ref": "Name"}]]}"#), r#""a""#);
    assert_eq!(variant(r#"{"Fn::Select": [2, ["a", "b"]]}"#), "<${Fn::Select}>");
    assert_eq!(variant(r#"{"Fn::Select": [0, {"Ref": "Names"}]}"#), "<${Fn::Select}>");
    assert_eq!(variant(r#"{"Fn::Select": [0, {"Fn::GetAZs": ""}]}"#), "<${Fn::Select}>");
    assert_eq!(variant(r#"{"Fn::Split": [",", "s3:Get*,s3:Put*"]}"#), "[(s3:Get*), (s3:Put*)]");
    assert_eq!(variant(r#"{"Fn::Split": [",", {"Ref": "Name"}]}"#), "<${Fn::Split}>");
    assert_eq!(variant(r#"{"Fn::Split": [":", {"Fn::Sub": "a:${AWS::Region}x:b"}]}"#), "[(a), <${AWS::Region}x>, (b)]");
    assert_eq!(variant(r#"{"Fn::Split": ["-", {"Ref": "AWS::Region"}]}"#), "<${Fn::Split}>");
    assert_eq!(variant(r#"{"Fn::Select": [1, {"Fn::Split": ["/", "a/b/c"]}]}"#), "(b)");
    assert_eq!(variant(r#"{"Fn::Length": ["a", "b"]}"#), "(2)");
}

#[test]
fn find_in_map_takes_the_value_if_all_candidates_are_the_same() {
    assert_eq!(variant(r#"{"Fn::FindInMap": ["Map", "a", "one"]}"#), r#""s3:GetObject""#);
    assert_eq!(variant(r#"{"Fn::FindInMap": ["Map", "a", "list"]}"#), r#"["p", "q"]"#);
    assert_eq!(variant(r#"{"Fn::FindInMap": ["Map", {"Ref": "Name"}, "same"]}"#), r#""x""#);
    assert_eq!(variant(r#"{"Fn::FindInMap": ["Map", {"Ref": "Name"}, "one"]}"#), "<${Fn::FindInMap}>");
    assert_eq!(variant(r#"{"Fn::FindInMap": ["Map", "c", "one"]}"#), "<${Fn::FindInMap}>");
    assert_eq!(variant(r#"{"Fn::FindInMap": ["Map", "c", "one", {"DefaultValue": "d"}]}"#), r#""d""#);
    assert_eq!(variant(r#"{"Fn::FindInMap": ["Map", "a", "one", {"DefaultValue": "d"}]}"#), r#""s3:GetObject""#);
    assert_eq!(
        variant(r#"{"Fn::FindInMap": ["Map", {"Ref": "Name"}, "same", {"DefaultValue": "d"}]}"#),
        "<${Fn::FindInMap}>"
    );
    assert_eq!(
        variant(r#"{"Fn::FindInMap": [{"Fn::Sub": "Map"}, {"Fn::Join": ["", ["a"]]}, "one"]}"#),
        r#""s3:GetObject""#
    );
}

#[test]
fn other_functions_and_wrong_arguments_are_holes() {
    for call in [
        r#"{"Fn::ImportValue": "x"}"#,
        r#"{"Fn::Base64": "x"}"#,
        r#"{"Fn::Cidr": ["10.0.0.0/16", 1, 8]}"#,
        r#"{"Fn::GetAZs": {"Ref": "AWS::Region"}}"#,
        r#"{"Fn::ToJsonString": {"a": 1}}"#,
        r#"{"Fn::Transform": {"Name": "AWS::Include", "Parameters": {"Location": "s3://a/b"}}}"#,
        r#"{"Fn::Equals": [1, 1]}"#,
        r#"{"Fn::Rain::Embed": "file.json"}"#,
        r#"{"Fn::If": ["A", 1]}"#,
        r#"{"Fn::Join": ["a"]}"#,
        r#"{"Fn::Join": "a"}"#,
        r#"{"Fn::Join": ["a", "b"]}"#,
        r#"{"Fn::Sub": ["a"]}"#,
        r#"{"Fn::Sub": [["a"], {}]}"#,
        r#"{"Fn::Sub": {"Ref": "A"}}"#,
        r#"{"Fn::Select": []}"#,
        r#"{"Fn::Select": ["x", ["a"]]}"#,
        r#"{"Fn::Split": ["", "a"]}"#,
        r#"{"Fn::FindInMap": ["Map"]}"#,
        r#"{"Fn::FindInMap": ["None", "a", "b"]}"#,
        r#"{"Fn::Length": "a"}"#,
    ] {
        let name = call.split('"').nth(1).unwrap();
        assert_eq!(variant(call), alloc::format!("<${{{name}}}>"), "{call}");
    }
}

#[test]
fn a_list_inside_a_list_is_also_flattened() {
    let value = r#"{"V": [1, {"Fn::If": ["A", [2, 3], {"Ref": "AWS::NoValue"}]}, [4]]}"#;
    assert_eq!(variants(value), ["[1, [2, 3], [4]]", "[1, [4]]", "[1, 2, 3, [4]]", "[1, [4]]"]);
}

#[test]
fn the_actions_of_parameters_are_checked_by_themselves() {
    let policy = |value: &str| {
        variants(&alloc::format!(
            r#"{{"Parameters": {{
                "One": {{"Type": "String", "Default": "s3:Get*", "AllowedValues": ["s3:Get*", "s3:Put*", "none"]}},
                "Many": {{"Type": "CommaDelimitedList", "Default": "s3:List*, sns:*"}},
                "Stored": {{"Type": "AWS::SSM::Parameter::Value<String>", "Default": "a:b"}}
            }}, "V": {{"Statement": [{{"Action": {value}}}]}}}}"#
        ))
    };
    let only = |action: &str| alloc::format!("{{Statement: {{Action: {action}, <…>: <…>}}, <…>: <…>}}");
    let one = [r"{Statement: [{Action: <${One}>}]}".into(), only("\"s3:Get*\""), only("\"s3:Put*\"")];
    assert_eq!(policy(r#"{"Ref": "One"}"#), one);
    let many = policy(r#"["a:b", {"Ref": "Many"}]"#);
    assert_eq!(many[1..], [only("(s3:List*)"), only("(sns:*)")]);
    assert_eq!(policy(r#"{"Ref": "Stored"}"#).len(), 1);
}

#[test]
fn dynamic_references_are_holes() {
    assert_eq!(variant(r#""{{resolve:ssm:name:1}}""#), "<{{resolve}}>");
    assert_eq!(variant(r#""a{{resolve:ssm:name}}b{{resolve:ssm:x}}""#), "<a{{resolve}}b{{resolve}}>");
    assert_eq!(variant(r#"{"Fn::Sub": "a{{resolve:ssm:${Name}:1}}b"}"#), "<a{{resolve}}b>");
    assert_eq!(variant(r#"{"Fn::Join": ["", ["{{resolve:ssm:", {"Ref": "Name"}, "}}", "/*"]]}"#), "<{{resolve}}/*>");
    assert_eq!(variant(r#""{{resolve:ssm:open""#), "<{{resolve}}>");
    assert_eq!(variant(r#""{{other}}""#), r#""{{other}}""#);
}

#[test]
fn a_transform_beside_members_gives_more_members() {
    let value = r#"{"Effect": "Allow", "Fn::Transform": {"Name": "AWS::Include"}, "Ref": "x"}"#;
    assert_eq!(variant(value), r#"{Effect: "Allow", <Fn::Transform>: <Fn::Transform>, Ref: "x"}"#);
}

#[test]
fn a_loop_repeats_its_members() {
    let value = r#"{"StringEquals": {"a": "b", "Fn::ForEach::Tags": ["Tag", ["x", "y"],
        {"aws:RequestTag/${Tag}": {"Fn::Sub": "${Tag}-${Name}"}, "&{Tag}": {"Ref": "Tag"}}]}}"#;
    assert_eq!(
        variant(value),
        "{StringEquals: {a: \"b\", <aws:RequestTag/x>: <x-${Name}>, <x>: \"x\", <aws:RequestTag/y>: <y-${Name}>, <y>: \"y\"}}"
    );
    let value = r#"{"Fn::ForEach::Tags": ["Tag", {"Ref": "Names"}, {"key/${Tag}": {"Ref": "Tag"}}]}"#;
    assert_eq!(variant(value), "{<Fn::ForEach::Tags>: <Fn::ForEach::Tags>, <key/${Tag}>: <${Tag}>}");
    assert_eq!(variant(r#"{"Fn::ForEach::Tags": ["Tag"]}"#), "{<Fn::ForEach::Tags>: <Fn::ForEach::Tags>}");
}

#[test]
fn a_value_in_a_loop_has_a_variant_for_each_item() {
    let template = r#"{"L": ["Op", ["Get", "Put"], {"${Op}Policy": {"Action": "s3:${Op}Object"}}]}"#;
    let template = json::parse(template.as_bytes()).unwrap();
    let (scope, body) = Scope::new(&template).inside_loop(super::get(&template, "L").unwrap()).unwrap();
    let trees: alloc::vec::Vec<_> = scope.variants(body).iter().map(super::shown).collect();
    assert_eq!(trees, ["{<GetPolicy>: {Action: (s3:GetObject)}}", "{<PutPolicy>: {Action: (s3:PutObject)}}"]);
}

#[test]
fn strings_keep_their_places() {
    let place = |source: &str, wanted: &str| {
        let template = json::parse(source.as_bytes()).unwrap();
        let trees = Scope::new(&template).variants(super::get(&template, "V").unwrap());
        let Value { span, .. } = trees[0];
        assert_eq!(source.get(span.start as usize..span.end as usize).unwrap(), wanted);
    };
    place(r#"{"V": {"Fn::Sub": "a${B}"}}"#, r#""a${B}""#);
    place(r#"{"V": {"Fn::Sub": ["a${B}", {"B": "x"}]}}"#, r#""a${B}""#);
    place(r#"{"V": {"Fn::Join": ["", ["s3:", "GetObjct"]]}}"#, r#""GetObjct""#);
    place(r#"{"V": {"Ref": "B"}}"#, r#"{"Ref": "B"}"#);
    place(r#"{"V": {"Fn::Join": ["", [{"Ref": "B"}]]}}"#, r#"{"Fn::Join": ["", [{"Ref": "B"}]]}"#);
    place(r#"{"V": {"Fn::Select": [0, ["a"]]}}"#, r#""a""#);
    place(r#"{"V": {"Fn::FindInMap": ["M", "a", "b"]}, "Mappings": {"M": {"a": {"b": "c"}}}}"#, r#""c""#);
}
