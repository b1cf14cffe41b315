//! The operations, and what authorises them: facts alone.

/// A service, operations of its API, and the full names of the actions that authorise each of them: what is always asked
/// for, or, where a request decides, all that may be.
///
/// Source: the section *API operations* of
/// [each service's page](https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html),
/// as AWS had it in the summer of 2026. What of it is always asked for is from
/// [Required permissions for Amazon S3 API operations](https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html)
/// (general purpose buckets), [Converse](https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html)
/// and its neighbours, and for API Gateway from the
/// [HTTP methods](https://docs.aws.amazon.com/apigateway/latest/api/API_Operations.html). Not in those sections are
/// [the operations on connections](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html)
/// and [the list of directory buckets](https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListDirectoryBuckets.html).
pub(super) type Row = (&'static str, &'static str, &'static [&'static str]);

/// By service, and by what authorises.
pub(super) const ROWS: &[Row] = &[
    (
        "apigateway",
        "DeleteApi DeleteApiKey DeleteApiMapping DeleteAuthorizer DeleteBasePathMapping DeleteClientCertificate \
         DeleteDeployment DeleteDocumentationPart DeleteDocumentationVersion DeleteDomainName DeleteGatewayResponse \
         DeleteIntegration DeleteIntegrationResponse DeleteMethod DeleteMethodResponse DeleteModel \
         DeleteRequestValidator DeleteResource DeleteRestApi DeleteRoute DeleteRouteResponse DeleteStage \
         DeleteUsagePlan DeleteUsagePlanKey DeleteVpcLink FlushStageAuthorizersCache FlushStageCache UntagResource",
        &["apigateway:DELETE"],
    ),
    (
        "apigateway",
        "GetAccount GetApi GetApiKey GetApiKeys GetApiMapping GetApiMappings GetApis GetAuthorizer GetAuthorizers \
         GetBasePathMapping GetBasePathMappings GetClientCertificate GetClientCertificates GetDeployment \
         GetDeployments GetDocumentationPart GetDocumentationParts GetDocumentationVersion GetDocumentationVersions \
         GetDomainName GetDomainNames GetExport GetGatewayResponse GetGatewayResponses GetIntegration \
         GetIntegrationResponse GetIntegrationResponses GetIntegrations GetMethod GetMethodResponse GetModel \
         GetModelTemplate GetModels GetRequestValidator GetRequestValidators GetResource GetResources GetRestApi \
         GetRestApis GetRoute GetRouteResponse GetRouteResponses GetRoutes GetSdk GetSdkType GetSdkTypes GetStage \
         GetStages GetTags GetUsage GetUsagePlan GetUsagePlanKey GetUsagePlanKeys GetUsagePlans GetVpcLink GetVpcLinks",
        &["apigateway:GET"],
    ),
    (
        "apigateway",
        "UpdateAccount UpdateApi UpdateApiKey UpdateApiMapping UpdateAuthorizer UpdateBasePathMapping \
         UpdateClientCertificate UpdateDeployment UpdateDocumentationPart UpdateDocumentationVersion UpdateDomainName \
         UpdateGatewayResponse UpdateIntegration UpdateIntegrationResponse UpdateMethod UpdateMethodResponse \
         UpdateModel UpdateRequestValidator UpdateResource UpdateRestApi UpdateRoute UpdateRouteResponse UpdateStage \
         UpdateUsage UpdateUsagePlan UpdateVpcLink",
        &["apigateway:PATCH"],
    ),
    (
        "apigateway",
        "CreateApi CreateApiKey CreateApiMapping CreateAuthorizer CreateBasePathMapping CreateDeployment \
         CreateDocumentationPart CreateDocumentationVersion CreateDomainName CreateIntegration \
         CreateIntegrationResponse CreateModel CreateRequestValidator CreateResource CreateRestApi CreateRoute \
         CreateRouteResponse CreateStage CreateUsagePlan CreateUsagePlanKey CreateVpcLink GenerateClientCertificate \
         ImportApiKeys ImportRestApi TestInvokeAuthorizer TestInvokeMethod",
        &["apigateway:POST"],
    ),
    (
        "apigateway",
        "ImportApi ImportDocumentationParts PutGatewayResponse PutIntegration PutIntegrationResponse PutMethod \
         PutMethodResponse PutRestApi ReimportApi",
        &["apigateway:PUT"],
    ),
    ("bedrock", "Converse InvokeModelWithBidirectionalStream StartAsyncInvoke", &["bedrock:InvokeModel"]),
    ("bedrock", "ConverseStream", &["bedrock:InvokeModelWithResponseStream"]),
    (
        "budgets",
        "CreateBudget CreateNotification CreateSubscriber DeleteBudget DeleteNotification DeleteSubscriber \
         UpdateBudget UpdateNotification UpdateSubscriber",
        &["budgets:ModifyBudget"],
    ),
    (
        "budgets",
        "DescribeBudget DescribeBudgetNotificationsForAccount DescribeBudgetPerformanceHistory DescribeBudgets \
         DescribeNotificationsForBudget DescribeSubscribersForNotification",
        &["budgets:ViewBudget"],
    ),
    ("cloudfront", "CreateDistributionWithTags", &["cloudfront:CreateDistribution", "cloudfront:TagResource"]),
    (
        "dynamodb",
        "BatchExecuteStatement ExecuteStatement ExecuteTransaction",
        &["dynamodb:PartiQLDelete", "dynamodb:PartiQLInsert", "dynamodb:PartiQLSelect", "dynamodb:PartiQLUpdate"],
    ),
    ("dynamodb", "TransactGetItems", &["dynamodb:GetItem"]),
    (
        "dynamodb",
        "TransactWriteItems",
        &["dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
    ),
    ("execute-api", "DeleteConnection GetConnection PostToConnection", &["execute-api:ManageConnections"]),
    ("kms", "ReEncrypt", &["kms:ReEncryptFrom", "kms:ReEncryptTo"]),
    ("lambda", "GetLayerVersionByArn", &["lambda:GetLayerVersion"]),
    ("lambda", "Invoke InvokeWithResponseStream", &["lambda:InvokeFunction"]),
    ("redshift-data", "GetStatementResultV2", &["redshift-data:GetStatementResult"]),
    (
        "s3",
        "CreateBucketMetadataConfiguration",
        &[
            "s3:CreateBucketMetadataTableConfiguration",
            "s3tables:CreateNamespace",
            "s3tables:CreateTable",
            "s3tables:CreateTableBucket",
            "s3tables:GetTable",
            "s3tables:PutTableEncryption",
            "s3tables:PutTablePolicy",
        ],
    ),
    ("s3", "DeleteBucketMetadataConfiguration", &["s3:DeleteBucketMetadataTableConfiguration"]),
    ("s3", "DeleteObjects", &["s3:DeleteObject"]),
    ("s3", "GetBucketAccelerateConfiguration", &["s3:GetAccelerateConfiguration"]),
    ("s3", "GetBucketAnalyticsConfiguration ListBucketAnalyticsConfigurations", &["s3:GetAnalyticsConfiguration"]),
    ("s3", "GetBucketMetadataConfiguration", &["s3:GetBucketMetadataTableConfiguration"]),
    ("s3", "GetBucketNotificationConfiguration", &["s3:GetBucketNotification"]),
    ("s3", "GetObjectLockConfiguration", &["s3:GetBucketObjectLockConfiguration"]),
    // That of a bucket: an account's is an operation of the same name, and an action of its own.
    ("s3", "GetPublicAccessBlock", &["s3:GetBucketPublicAccessBlock"]),
    ("s3", "GetBucketEncryption", &["s3:GetEncryptionConfiguration"]),
    (
        "s3",
        "GetBucketIntelligentTieringConfiguration ListBucketIntelligentTieringConfigurations",
        &["s3:GetIntelligentTieringConfiguration"],
    ),
    ("s3", "GetBucketInventoryConfiguration ListBucketInventoryConfigurations", &["s3:GetInventoryConfiguration"]),
    ("s3", "GetBucketLifecycle GetBucketLifecycleConfiguration", &["s3:GetLifecycleConfiguration"]),
    ("s3", "GetBucketMetricsConfiguration ListBucketMetricsConfigurations", &["s3:GetMetricsConfiguration"]),
    // Of a version of an object it is `s3:GetObjectVersion`.
    ("s3", "HeadObject SelectObjectContent", &["s3:GetObject"]),
    ("s3", "CopyObject UploadPartCopy", &["s3:GetObject", "s3:PutObject"]),
    ("s3", "GetBucketReplication", &["s3:GetReplicationConfiguration"]),
    ("s3", "ListBuckets", &["s3:ListAllMyBuckets"]),
    ("s3", "HeadBucket ListObjects ListObjectsV2", &["s3:ListBucket"]),
    ("s3", "ListMultipartUploads", &["s3:ListBucketMultipartUploads"]),
    ("s3", "ListObjectVersions", &["s3:ListBucketVersions"]),
    ("s3", "ListParts", &["s3:ListMultipartUploadParts"]),
    ("s3", "PutBucketAccelerateConfiguration", &["s3:PutAccelerateConfiguration"]),
    ("s3", "DeleteBucketAnalyticsConfiguration PutBucketAnalyticsConfiguration", &["s3:PutAnalyticsConfiguration"]),
    ("s3", "DeleteBucketCors", &["s3:PutBucketCORS"]),
    ("s3", "PutBucketNotificationConfiguration", &["s3:PutBucketNotification"]),
    ("s3", "PutObjectLockConfiguration", &["s3:PutBucketObjectLockConfiguration"]),
    ("s3", "DeleteBucketOwnershipControls", &["s3:PutBucketOwnershipControls"]),
    ("s3", "DeletePublicAccessBlock PutPublicAccessBlock", &["s3:PutBucketPublicAccessBlock"]),
    ("s3", "DeleteBucketTagging", &["s3:PutBucketTagging"]),
    ("s3", "DeleteBucketEncryption PutBucketEncryption", &["s3:PutEncryptionConfiguration"]),
    (
        "s3",
        "DeleteBucketIntelligentTieringConfiguration PutBucketIntelligentTieringConfiguration",
        &["s3:PutIntelligentTieringConfiguration"],
    ),
    ("s3", "DeleteBucketInventoryConfiguration PutBucketInventoryConfiguration", &["s3:PutInventoryConfiguration"]),
    (
        "s3",
        "DeleteBucketLifecycle PutBucketLifecycle PutBucketLifecycleConfiguration",
        &["s3:PutLifecycleConfiguration"],
    ),
    ("s3", "DeleteBucketMetricsConfiguration PutBucketMetricsConfiguration", &["s3:PutMetricsConfiguration"]),
    ("s3", "CompleteMultipartUpload CreateMultipartUpload UploadPart", &["s3:PutObject"]),
    ("s3", "DeleteBucketReplication PutBucketReplication", &["s3:PutReplicationConfiguration"]),
    ("s3", "ListDirectoryBuckets", &["s3express:ListAllMyDirectoryBuckets"]),
    ("s3express", "ListDirectoryBuckets", &["s3express:ListAllMyDirectoryBuckets"]),
    ("sns", "PublishBatch", &["sns:Publish"]),
    ("sqs", "ChangeMessageVisibilityBatch", &["sqs:ChangeMessageVisibility"]),
    ("sqs", "DeleteMessageBatch", &["sqs:DeleteMessage"]),
    ("sqs", "SendMessageBatch", &["sqs:SendMessage"]),
];
