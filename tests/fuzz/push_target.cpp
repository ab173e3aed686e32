// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_targets.h"
#include "push_property.h"

namespace callboard {

namespace {

QList<QByteArray> seeds()
{
    return {
        R"({"call_uuid":"u","task_id":42,"time_answer":null,"task_row_head":["a"],"task_row_index":-1})",
        R"({"call_uuid":"u","url":"a.wav","size":5,"duration":1})",
        R"({"call_uuid":"u","dialog":[{"seq":"1","text_man":"a"}]})",
        R"({"call_uuid":"u","direction":2,"caller":"055196866001","time_hangup":1527737784,"x":{"y":[1,"a"]}})",
        R"({"call_uuid":7,"task_row_index":"5","task_row_value":["+86 199-0000-0001",19900000001,null,{"k":true}]})",
        R"({"call_uuid":"\ud83d\ude00","task_row_head":"[\"a\"]","task_result":-1,"time_answer":"1.5e12"})",
        "call_uuid=u&callee=19900000001"};
}

} // namespace

FuzzTarget pushTarget()
{
    return {
        "push", &brokenProperty, &seeds, {"\"", "{", "}", "[", "]", ":", ",", "null", "\\u0000", "\\ud800", "1e400"}};
}

} // namespace callboard
