use catalog::{
    condition,
    policy::{ResourceText, Statement},
    s3,
};

fn main() {
    let limit = 10;
    let _ = Statement::allow(s3::Action::ListBucket)
        .resource(ResourceText::EVERYTHING)
        .when(condition!("StringEquals", "s3:max-keys", limit))
        .when(condition!("NumericLessThan", "s3:max-kyes", limit))
        .when(condition!("NumericLesThan", "s3:max-keys", limit))
        .when(condition!("NumericLessThan", "s3:max-keys", ["10", "ten"]))
        .when(condition!("StringEquals", "aws:TagKeys", "team"))
        .when(condition!("StringEquals", "aws:RequestTag/${TagKey}", "mail"))
        .when(condition!("StringEquals", "aws:username"))
        .build();
}
