<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AlertColumns</name>
    <message>
        <source>%1, over</source>
        <translation>%1，已恢复</translation>
    </message>
    <message>
        <source>%1, new</source>
        <translation>%1，未确认</translation>
    </message>
    <message>
        <source>%1, seen</source>
        <translation>%1，已确认</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>触发时间</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>恢复时间</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>确认时间</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Raised when</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>each campaign</source>
        <translation>每个任务</translation>
    </message>
    <message>
        <source>all campaigns</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>%1 per min</source>
        <translation>每分钟 %1</translation>
    </message>
    <message>
        <source>over %1 min</source>
        <translation>最近 %1 分钟</translation>
    </message>
    <message>
        <source>below %1 %2</source>
        <translation>低于 %1（%2）</translation>
    </message>
    <message>
        <source>above %1 %2</source>
        <translation>高于 %1（%2）</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%2/%3）</translation>
    </message>
    <message>
        <source>%1 (over %2 calls)</source>
        <translation>%1（%2 通）</translation>
    </message>
    <message>
        <source>%1 against yesterday</source>
        <translation>%1较昨日</translation>
    </message>
    <message>
        <source>No push</source>
        <translation>无推送</translation>
    </message>
    <message>
        <source>Awaiting outcome growing</source>
        <translation>待回执增多</translation>
    </message>
    <message>
        <source>Receiver in trouble</source>
        <translation>接收异常</translation>
    </message>
    <message>
        <source>Store or disk in trouble</source>
        <translation>存储或磁盘异常</translation>
    </message>
    <message>
        <source>%1 below the same time yesterday %2</source>
        <translation>比昨天同一时间低 %1（%2）</translation>
    </message>
    <message>
        <source>for %1 inside calling hours</source>
        <translation>呼叫时段内持续 %1</translation>
    </message>
    <message>
        <source>%1 more than in the %2 before</source>
        <translation>比前 %2多 %1 通</translation>
    </message>
    <message>
        <source>does not listen</source>
        <translation>未在监听</translation>
    </message>
    <message>
        <source>can&apos;t be written, or less than %1 free</source>
        <translation>无法写入，或剩余空间少于 %1</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>%1, yesterday %2</source>
        <translation>%1，昨日 %2</translation>
    </message>
    <message>
        <source>%1, before %2</source>
        <translation>%1，此前 %2</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source> calls</source>
        <translation> 通</translation>
    </message>
    <message>
        <source> per min</source>
        <translation> 通/分钟</translation>
    </message>
    <message>
        <source>%1, at least %2 calls</source>
        <translation>%1，至少 %2 通</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>clears at %1</source>
        <translation>回到 %1 时解除</translation>
    </message>
    <message>
        <source>clears at %1 below yesterday</source>
        <translation>比昨天低 %1 以内时解除</translation>
    </message>
    <message>
        <source>clears at %1 more</source>
        <translation>只多 %1 个时解除</translation>
    </message>
    <message>
        <source>clears at %1 free</source>
        <translation>剩余 %1 时解除</translation>
    </message>
    <message>
        <source>too few calls now</source>
        <translation>目前通话太少</translation>
    </message>
    <message>
        <source>worst %1</source>
        <translation>最差 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Pushes without a call</source>
        <translation>未成话单的推送</translation>
    </message>
    <message>
        <source>more than %1 %2: refused, wrong token or other path</source>
        <translation>%2超过 %1 条：被拒绝、令牌错误或路径不符</translation>
    </message>
    <message>
        <source> pushes</source>
        <translation> 条推送</translation>
    </message>
</context>
<context>
    <name>Anomaly</name>
    <message>
        <source>The messages contradict each other</source>
        <translation>两条消息互相矛盾</translation>
    </message>
    <message>
        <source>No hang-up time: placed at its arrival</source>
        <translation>没有挂断时间：按到达时间归入</translation>
    </message>
    <message>
        <source>Impossible hang-up time: placed at its arrival</source>
        <translation>挂断时间不可能：按到达时间归入</translation>
    </message>
    <message>
        <source>Times are not in the order dial, ring, answer, hang-up</source>
        <translation>时间顺序不是拨号、振铃、接听、挂断</translation>
    </message>
    <message>
        <source>Customer row: head and values differ in length</source>
        <translation>客户数据行：行头与行值数量不同</translation>
    </message>
    <message>
        <source>Unknown result code</source>
        <translation>未知的外呼结果</translation>
    </message>
    <message>
        <source>A pushed duration is negative</source>
        <translation>推送的时长为负</translation>
    </message>
</context>
<context>
    <name>AsOf</name>
    <message>
        <source>%1: difference (s)</source>
        <translation>%1：差（秒）</translation>
    </message>
    <message>
        <source>%1: difference</source>
        <translation>%1：差</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>此后的变化</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Task id</source>
        <translation>任务 ID</translation>
    </message>
    <message>
        <source>%1: then</source>
        <translation>%1：当时</translation>
    </message>
    <message>
        <source>%1: now</source>
        <translation>%1：现在</translation>
    </message>
    <message>
        <source>Calls that arrived later</source>
        <translation>之后才到达的通话</translation>
    </message>
    <message>
        <source>Calls whose outcome came later</source>
        <translation>之后才收到结果的通话</translation>
    </message>
    <message>
        <source>Calls that changed otherwise</source>
        <translation>其他变化的通话</translation>
    </message>
    <message>
        <source>Calls that changed since</source>
        <translation>此后有变化的通话</translation>
    </message>
    <message>
        <source>Time of the call</source>
        <translation>通话时间</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>当时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>arrived later</source>
        <translation>之后到达</translation>
    </message>
    <message>
        <source>outcome came</source>
        <translation>收到结果</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>%1; no longer part of this selection</source>
        <translation>%1；已不在所选范围内</translation>
    </message>
    <message>
        <source>%1, as known at %2 (%3)</source>
        <translation>%1（截至 %2 所知，%3）</translation>
    </message>
    <message>
        <source>Calls known then</source>
        <translation>当时已知的通话</translation>
    </message>
    <message>
        <source>%1, of which %2 were made anew from the messages of then</source>
        <translation>%1，其中 %2 通由当时的消息重新合并</translation>
    </message>
    <message>
        <source>Not reconstructed</source>
        <translation>未能还原</translation>
    </message>
    <message>
        <source>%1 calls are shown as they are now: more was heard of them later, and the messages of then are no longer kept</source>
        <translation>%1 通通话按现在的样子显示：之后又收到了相关消息，而当时的消息已不再保留</translation>
    </message>
    <message>
        <source>Messages of then</source>
        <translation>当时的消息</translation>
    </message>
    <message>
        <source>no longer kept: accepted messages are those that the calls tell of, repeated ones are not counted</source>
        <translation>已不再保留：接收的消息数按通话推算，重复消息不计</translation>
    </message>
    <message>
        <source>As of today</source>
        <translation>以今天为准</translation>
    </message>
    <message>
        <source>names, list sizes, calling hours and success rules of campaigns, and which meanings of codes were decided: these are kept without a history</source>
        <translation>任务的名称、名单量、呼叫时段和成功规则，以及对结果码含义的决定：这些没有历史记录</translation>
    </message>
</context>
<context>
    <name>AuditTable</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Numbers revealed</source>
        <translation>显示了完整号码</translation>
    </message>
    <message>
        <source>Export with full numbers</source>
        <translation>导出了完整号码</translation>
    </message>
    <message>
        <source>Privacy settings changed</source>
        <translation>更改了隐私设置</translation>
    </message>
    <message>
        <source>numbers shown in the window</source>
        <translation>在窗口中显示了完整号码</translation>
    </message>
    <message>
        <source>the oldest %1, because too many came</source>
        <translation>最早的 %1 条，因为收到过多</translation>
    </message>
    <message>
        <source>Refused messages removed</source>
        <translation>已清除被拒消息</translation>
    </message>
    <message>
        <source>Number hidden, to be erased</source>
        <translation>号码已隐藏，待清除</translation>
    </message>
    <message>
        <source>Number erased</source>
        <translation>号码已清除</translation>
    </message>
    <message>
        <source>%1 raw messages and %2 refused ones that arrived before %3</source>
        <translation>%3 之前到达的 %1 条原始消息和 %2 条被拒消息</translation>
    </message>
    <message>
        <source>Removed because of their age</source>
        <translation>超过保留期，已清除</translation>
    </message>
    <message>
        <source>%1; %2 calls before %3, whose counts stay</source>
        <translation>%1；%3 之前的 %2 个通话，其计数保留</translation>
    </message>
    <message>
        <source>Messages that had been hidden: %1</source>
        <translation>此前已隐藏的报文：%1</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1, asked for by %2. %3</source>
        <translation>%1，由 %2 提出。%3</translation>
    </message>
</context>
<context>
    <name>CallChoice</name>
    <message>
        <source>A person answered</source>
        <translation>有人接听</translation>
    </message>
    <message>
        <source>Result means success</source>
        <translation>结果视为成功</translation>
    </message>
    <message>
        <source>Bad number</source>
        <translation>坏号</translation>
    </message>
    <message>
        <source>Line fault</source>
        <translation>线路故障</translation>
    </message>
    <message>
        <source>Success by the campaign&apos;s rule</source>
        <translation>按任务规则成功</translation>
    </message>
    <message>
        <source>Success by the campaign&apos;s rule, or awaiting outcome</source>
        <translation>按任务规则成功，或待回执</translation>
    </message>
    <message>
        <source>The network did its part</source>
        <translation>网络有效（接通，或结果为 2、5、8、20）</translation>
    </message>
</context>
<context>
    <name>CallFacts</name>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Call id</source>
        <translation>通话 ID</translation>
    </message>
    <message>
        <source>Called number</source>
        <translation>被叫号码</translation>
    </message>
    <message>
        <source>Hung up at</source>
        <translation>挂断时间</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>外呼任务</translation>
    </message>
    <message>
        <source>Dialled at</source>
        <translation>拨号时间</translation>
    </message>
    <message>
        <source>Rang at</source>
        <translation>振铃时间</translation>
    </message>
    <message>
        <source>Result code</source>
        <translation>外呼结果</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Not in the specification</source>
        <translation>规范之外</translation>
    </message>
    <message>
        <source>answer to hang-up</source>
        <translation>接听到挂断</translation>
    </message>
    <message>
        <source>dial to hang-up</source>
        <translation>拨号到挂断</translation>
    </message>
    <message>
        <source>ring to hang-up</source>
        <translation>振铃到挂断</translation>
    </message>
    <message>
        <source>matches no times</source>
        <translation>与各时间都不符</translation>
    </message>
    <message>
        <source>dial to answer</source>
        <translation>拨号到接听</translation>
    </message>
    <message>
        <source>ring to answer</source>
        <translation>振铃到接听</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>通话时长</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>接听等待</translation>
    </message>
    <message>
        <source>Post-dial delay</source>
        <translation>拨号后延迟</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>呼叫方向</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>接听时间</translation>
    </message>
    <message>
        <source>Pushed ring</source>
        <translation>推送振铃时长</translation>
    </message>
    <message>
        <source>Pushed call</source>
        <translation>推送通话时长</translation>
    </message>
    <message>
        <source>Relation id</source>
        <translation>关联 ID</translation>
    </message>
    <message>
        <source>Data id</source>
        <translation>数据 ID</translation>
    </message>
    <message>
        <source>Result words</source>
        <translation>结果描述</translation>
    </message>
    <message>
        <source>Retries before</source>
        <translation>此前重呼次数</translation>
    </message>
    <message>
        <source>Data row</source>
        <translation>数据行号</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>主叫线路</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>客户数据行头</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>客户数据行值</translation>
    </message>
    <message>
        <source>%1 · arrived %2</source>
        <translation>%1 · %2 到达</translation>
    </message>
    <message>
        <source>%1 · arrived %2 from %3</source>
        <translation>%1 · %2 到达，来自 %3</translation>
    </message>
    <message>
        <source>%1 · kept, but damaged: it can&apos;t be read any more</source>
        <translation>%1 · 仍保留，但已损坏，无法读取</translation>
    </message>
    <message>
        <source>%1 · not kept any more</source>
        <translation>%1 · 已不再保留</translation>
    </message>
    <message>
        <source>%1 · not received</source>
        <translation>%1 · 尚未收到</translation>
    </message>
</context>
<context>
    <name>CallListReport</name>
    <message>
        <source>Inbound</source>
        <translation>呼入</translation>
    </message>
    <message>
        <source>Awaiting outcome</source>
        <translation>待回执</translation>
    </message>
    <message>
        <source>there is no column %1</source>
        <translation>没有列 %1</translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <source>Hang-up time</source>
        <translation>挂断时间</translation>
    </message>
    <message>
        <source>When the call ended; its arrival where no usable time was pushed (time_hangup)</source>
        <translation>通话结束的时间；没有可用时间时为到达时间（time_hangup）</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Alias or id of the campaign (task_id)</source>
        <translation>任务的别名或 ID（task_id）</translation>
    </message>
    <message>
        <source>Called number</source>
        <translation>被叫号码</translation>
    </message>
    <message>
        <source>callee</source>
        <translation>callee</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>外呼结果</translation>
    </message>
    <message>
        <source>Word and code of task_result; the colour is its outcome class</source>
        <translation>task_result 的文字与代码；颜色表示结果类别</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Talk time: time_hangup − time_answer of answered calls</source>
        <translation>通话时长：已接听的 time_hangup − time_answer</translation>
    </message>
    <message>
        <source>Answered after</source>
        <translation>接听等待</translation>
    </message>
    <message>
        <source>Time to answer: time_answer − time_dial</source>
        <translation>接听等待：time_answer − time_dial</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>第几次</translation>
    </message>
    <message>
        <source>Number of this attempt (task_tries + 1)</source>
        <translation>第几次外呼（task_tries + 1）</translation>
    </message>
    <message>
        <source>Customer row</source>
        <translation>客户数据</translation>
    </message>
    <message>
        <source>Values of the customer row (task_row_value)</source>
        <translation>客户数据行的值（task_row_value）</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>The line that called (caller)</source>
        <translation>主叫线路（caller）</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Which of the two messages have come</source>
        <translation>两条话单消息中已收到哪些</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>What is odd about the call</source>
        <translation>这条话单有何异常</translation>
    </message>
    <message>
        <source>Outcome class</source>
        <translation>结果类别</translation>
    </message>
    <message>
        <source>One of the seven outcome classes</source>
        <translation>七种结果类别之一</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>direction: 1 inbound, 2 outbound</source>
        <translation>direction：1 呼入，2 呼出</translation>
    </message>
    <message>
        <source>Rang after</source>
        <translation>振铃等待</translation>
    </message>
    <message>
        <source>Post-dial delay: time_ring − time_dial</source>
        <translation>拨号后延迟：time_ring − time_dial</translation>
    </message>
    <message>
        <source>Pushed duration</source>
        <translation>推送时长</translation>
    </message>
    <message>
        <source>duration_call as pushed</source>
        <translation>推送的 duration_call</translation>
    </message>
    <message>
        <source>Pushed ring</source>
        <translation>推送振铃</translation>
    </message>
    <message>
        <source>duration_ring as pushed</source>
        <translation>推送的 duration_ring</translation>
    </message>
    <message>
        <source>Dial time</source>
        <translation>拨号时间</translation>
    </message>
    <message>
        <source>time_dial</source>
        <translation>time_dial</translation>
    </message>
    <message>
        <source>First arrival</source>
        <translation>首次到达</translation>
    </message>
    <message>
        <source>When the first message about the call arrived</source>
        <translation>该通话的第一条消息到达的时间</translation>
    </message>
    <message>
        <source>Delivery lag</source>
        <translation>送达延迟</translation>
    </message>
    <message>
        <source>First arrival − time_hangup</source>
        <translation>首次到达 − time_hangup</translation>
    </message>
    <message>
        <source>Data row</source>
        <translation>数据行号</translation>
    </message>
    <message>
        <source>task_row_index</source>
        <translation>task_row_index</translation>
    </message>
    <message>
        <source>Data id</source>
        <translation>数据 ID</translation>
    </message>
    <message>
        <source>task_data_id</source>
        <translation>task_data_id</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>robot_id</source>
        <translation>robot_id</translation>
    </message>
    <message>
        <source>Relation id</source>
        <translation>关联 ID</translation>
    </message>
    <message>
        <source>call_relation_id (inbound calls)</source>
        <translation>call_relation_id（呼入）</translation>
    </message>
    <message>
        <source>Call id</source>
        <translation>通话 ID</translation>
    </message>
    <message>
        <source>call_uuid</source>
        <translation>call_uuid</translation>
    </message>
    <message>
        <source>Awaiting outcome</source>
        <translation>待回执</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>呼入</translation>
    </message>
    <message>
        <source>inbound</source>
        <translation>呼入</translation>
    </message>
    <message>
        <source>outbound</source>
        <translation>呼出</translation>
    </message>
</context>
<context>
    <name>CallingHours</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be read. Write days and times, such as Mon-Fri 09:00-20:00.</source>
        <translation>无法识别“%1”。请写星期和时间，例如：周一至周五 09:00-20:00。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time of day.</source>
        <translation>“%1”不是一天中的时间。</translation>
    </message>
    <message>
        <source>These are too many times to be calling hours.</source>
        <translation>时间段过多，不像是呼叫时段。</translation>
    </message>
</context>
<context>
    <name>CampaignTables</name>
    <message>
        <source>No outbound calls in this period. Choose a longer period above.</source>
        <translation>该时段没有外呼话单。请在上方选择更长的时段。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>话单</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>第几次</translation>
    </message>
    <message>
        <source>No call of this period belongs to a data row of the task, so there are no tries to compare.</source>
        <translation>该时段没有属于任务数据行的话单，无法比较各次外呼。</translation>
    </message>
    <message>
        <source>Yield</source>
        <translation>接通收益</translation>
    </message>
    <message>
        <source>Try %1: %2 of %3 contacts</source>
        <translation>第 %1 次: %2 / %3 个号码</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Contacts that had this try.</source>
        <translation>拨打过这一次的号码数。</translation>
    </message>
    <message>
        <source>First connected</source>
        <translation>首次接通</translation>
    </message>
    <message>
        <source>Contacts that were first connected at this try.</source>
        <translation>在这一次首次接通的号码数。</translation>
    </message>
    <message>
        <source>Contacts first connected at this try / contacts that had it.</source>
        <translation>在这一次首次接通的号码数 / 拨打过这一次的号码数。</translation>
    </message>
    <message>
        <source>No contact was called more than once in this period.</source>
        <translation>该时段没有号码被拨打两次以上。</translation>
    </message>
    <message>
        <source>Next tries</source>
        <translation>后续外呼</translation>
    </message>
    <message>
        <source>Calls whose contact&apos;s call before had the result of this row.</source>
        <translation>上一次结果为本行结果的话单。</translation>
    </message>
    <message>
        <source>Line (caller)</source>
        <translation>线路（主叫）</translation>
    </message>
    <message>
        <source>(no value)</source>
        <translation>（无值）</translation>
    </message>
    <message>
        <source>%1 other values</source>
        <translation>其他 %1 个值</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>外呼次数</translation>
    </message>
    <message>
        <source>Results, one try after the other</source>
        <translation>各次外呼的结果</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>最后结果</translation>
    </message>
    <message>
        <source>Connected at try</source>
        <translation>第几次接通</translation>
    </message>
    <message>
        <source>First call</source>
        <translation>首次通话</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>最近通话</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>No calls in this period. Choose a longer period above.</source>
        <translation>该时段没有话单。请在上方选择更长的时段。</translation>
    </message>
    <message>
        <source>Open %1 (Ctrl+Enter)</source>
        <translation>打开 %1（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>%1 of %2 attempts (%3)</source>
        <translation>外呼 %2 次中的 %1 次（%3）</translation>
    </message>
    <message>
        <source>%1 of %2 contacts (%3)</source>
        <translation>%2 个号码中的 %1 个（%3）</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>整周</translation>
    </message>
    <message>
        <source>The code and time_answer disagree about these calls.</source>
        <translation>这些话单的结果码与 time_answer 不一致。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已接听</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未接听</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>外呼量</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 次</translation>
    </message>
    <message>
        <source>Some calls of this period are no longer kept, so its tries can&apos;t be compared. Choose a period that begins later.</source>
        <translation>此时段的部分通话已不再保留，无法比较各次拨打。请选择开始时间更晚的时段。</translation>
    </message>
    <message>
        <source>Not known: some calls of this period are no longer kept.</source>
        <translation>无法得知：此时段的部分通话已不再保留。</translation>
    </message>
</context>
<context>
    <name>ClockMemory</name>
    <message>
        <source>The computer&apos;s clock moved %1 days back. Until that is confirmed, nothing is removed because of its age. Confirm it when the clock is right; otherwise %2 hours of running without another move confirm it.</source>
        <translation>计算机的时钟倒退了 %1 天。在确认之前，不会因时间过久而删除任何内容。时钟正确时请确认；否则在没有再次变动的情况下运行 %2 小时后会自动确认。</translation>
    </message>
    <message>
        <source>The computer&apos;s clock moved %1 days forward, or the computer was off or asleep for so long. Until that is confirmed, nothing is removed because of its age. Confirm it when the clock is right; otherwise %2 hours of running without another move confirm it.</source>
        <translation>计算机的时钟前进了 %1 天，或计算机关机、休眠了这么久。在确认之前，不会因时间过久而删除任何内容。时钟正确时请确认；否则在没有再次变动的情况下运行 %2 小时后会自动确认。</translation>
    </message>
    <message>
        <source>Calls are kept since %1 only, because the computer&apos;s clock was once ahead. What comes in for earlier calls is stored as it was received, and not counted. Confirm the clock when it is right; calls are counted again then.</source>
        <translation>由于本机时钟曾经偏快，目前只保留 %1 之后的通话。更早通话的消息会按原样保存，但不计入统计。请在时钟正确后确认，之后将恢复统计。</translation>
    </message>
</context>
<context>
    <name>CompletenessReport</name>
    <message>
        <source>Calls</source>
        <translation>话单</translation>
    </message>
    <message>
        <source>Both messages</source>
        <translation>两条齐全</translation>
    </message>
    <message>
        <source>Basic message only</source>
        <translation>仅基本话单</translation>
    </message>
    <message>
        <source>Outbound message only</source>
        <translation>仅外呼话单</translation>
    </message>
    <message>
        <source>Inbound (one message)</source>
        <translation>呼入（一条消息）</translation>
    </message>
    <message>
        <source>Outbound calls with both</source>
        <translation>外呼话单齐全率</translation>
    </message>
    <message>
        <source>Messages of the campaigns&apos; calls</source>
        <translation>各任务话单的消息</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Messages by day</source>
        <translation>每天的消息</translation>
    </message>
    <message>
        <source>Messages by day and campaign</source>
        <translation>每天每个任务的消息</translation>
    </message>
    <message>
        <source>Messages since the store exists</source>
        <translation>数据库建立以来的消息</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>of these repeated</source>
        <translation>其中重复</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>How late messages come</source>
        <translation>消息到得多晚</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Half of them within</source>
        <translation>半数不超过</translation>
    </message>
    <message>
        <source>95% within</source>
        <translation>95% 不超过</translation>
    </message>
    <message>
        <source>99% within</source>
        <translation>99% 不超过</translation>
    </message>
    <message>
        <source>Delivery: from hang-up to the first message</source>
        <translation>送达：从挂断到第一条消息</translation>
    </message>
    <message>
        <source>Pairing: from the first message to the second</source>
        <translation>配对：从第一条消息到第二条</translation>
    </message>
    <message>
        <source>Refused messages by reason</source>
        <translation>被拒消息按原因</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Refused messages</source>
        <translation>被拒消息</translation>
    </message>
    <message>
        <source>Bytes kept</source>
        <translation>保留字节数</translation>
    </message>
    <message>
        <source>Accepted later</source>
        <translation>后来接受</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Beginning of the message</source>
        <translation>消息开头</translation>
    </message>
    <message>
        <source>all that arrived in the period, whatever the filter: they belong to no campaign</source>
        <translation>该时段到达的全部，与筛选无关：被拒消息不属于任何任务</translation>
    </message>
    <message>
        <source>Lags</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>of the newest %1 calls at most</source>
        <translation>最多取最新的 %1 条话单</translation>
    </message>
    <message>
        <source>Messages that are no call records</source>
        <translation>非话单消息</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>DossierReport</name>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>From attempt to success</source>
        <translation>从外呼到成功</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>话单</translation>
    </message>
    <message>
        <source>Share of attempts</source>
        <translation>占外呼量</translation>
    </message>
    <message>
        <source>(no value)</source>
        <translation>（无值）</translation>
    </message>
    <message>
        <source>Customer column: %1</source>
        <translation>客户列：%1</translation>
    </message>
    <message>
        <source>(%1 other values)</source>
        <translation>（其他 %1 个值）</translation>
    </message>
    <message>
        <source>Personal customer columns</source>
        <translation>个人信息客户列</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>省略 %1 列</translation>
    </message>
    <message>
        <source>Further customer columns</source>
        <translation>其余客户列</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>only those with calls, because the period has so many</source>
        <translation>时段过长，只列有话单的小时</translation>
    </message>
    <message>
        <source>Campaign dossier: %1</source>
        <translation>任务档案：%1</translation>
    </message>
    <message>
        <source>A dossier is written whole: it takes no choice of columns.</source>
        <translation>档案总是完整写出：不能选择列。</translation>
    </message>
    <message>
        <source>A dossier is of one campaign. Choose exactly one.</source>
        <translation>档案只针对一个任务。请恰好选择一个任务。</translation>
    </message>
    <message>
        <source>left out, because the period is longer than a week; the report of hours has them</source>
        <translation>时段超过一周，不逐小时列出；见“按小时、日期和星期”报表</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Customer columns</source>
        <translation>客户列</translation>
    </message>
    <message>
        <source>left out, because nearly every contact has a value of its own: %1</source>
        <translation>未列出，因为几乎每个联系人的取值都不同：%1</translation>
    </message>
</context>
<context>
    <name>EraseWords</name>
    <message>
        <source>Calls: %1</source>
        <translation>话单：%1</translation>
    </message>
    <message>
        <source>Messages as received: %1</source>
        <translation>原始报文：%1</translation>
    </message>
    <message>
        <source>Keys of contacts: %1</source>
        <translation>联系人标识：%1</translation>
    </message>
    <message>
        <source>Names of customer columns: %1</source>
        <translation>客户字段名：%1</translation>
    </message>
    <message>
        <source>Refused messages: %1</source>
        <translation>被拒消息：%1</translation>
    </message>
    <message>
        <source>Lines of the audit log: %1</source>
        <translation>审计日志行：%1</translation>
    </message>
    <message>
        <source>Alerts: %1</source>
        <translation>告警：%1</translation>
    </message>
    <message>
        <source>Alert rules: %1</source>
        <translation>告警规则：%1</translation>
    </message>
    <message>
        <source>Scheduled reports: %1</source>
        <translation>定时报表：%1</translation>
    </message>
    <message>
        <source>Runs of scheduled reports: %1</source>
        <translation>定时报表运行记录：%1</translation>
    </message>
    <message>
        <source>Names of campaigns: %1</source>
        <translation>任务名称：%1</translation>
    </message>
    <message>
        <source>Meanings of result codes: %1</source>
        <translation>结果码含义：%1</translation>
    </message>
    <message>
        <source>Other rows: %1</source>
        <translation>其他数据：%1</translation>
    </message>
    <message>
        <source>Stays: calls with the number in call_uuid, task_id or task_result: %1. These ids tell calls, campaigns and results apart; whoever sees them can read the number.</source>
        <translation>保留：call_uuid、task_id 或 task_result 中含该号码的话单：%1。话单、任务和结果靠这些标识区分；看到标识的人仍能读到该号码。</translation>
    </message>
    <message>
        <source>Stays: campaigns with the number in their task_id: %1.</source>
        <translation>保留：task_id 中含该号码的任务：%1。</translation>
    </message>
    <message>
        <source>Not looked into: refused messages that are compressed: %1. They go by their age.</source>
        <translation>未能查看：压缩过的被拒消息：%1。它们到期后会被删除。</translation>
    </message>
    <message>
        <source>Not looked into: %1</source>
        <translation>未能查看：%1</translation>
    </message>
    <message>
        <source>Bytes of it are still in %1 (%2 places). Look for it again after the next start of Callboard.</source>
        <translation>%1 中仍有该号码的字节（%2 处）。请在下次启动 Callboard 后再查找一次。</translation>
    </message>
    <message>
        <source>It stands in %1 (%2 places), which is no file of the store. Change it or remove it yourself.</source>
        <translation>%1 中含该号码（%2 处），该文件不属于话单库。请自行修改或删除。</translation>
    </message>
    <message>
        <source>%1 is another store, or a copy of this one, and was not touched. Erase there, too: callboardctl erase --store sqlite:%1</source>
        <translation>%1 是另一个话单库或本库的副本，未作改动。请在其中也清除：callboardctl erase --store sqlite:%1</translation>
    </message>
    <message>
        <source>The files of the store were searched byte by byte: it is in none of them.</source>
        <translation>已逐字节搜索话单库的文件：均不含该号码。</translation>
    </message>
    <message>
        <source>Messages as received, hidden at once and erased when they are 30 days old: %1</source>
        <translation>立即隐藏、满 30 天时清除的原始报文：%1</translation>
    </message>
    <message>
        <source>Messages as received, hidden until %1 and then erased by Callboard: %2</source>
        <translation>隐藏至 %1、届时由 Callboard 清除的原始报文：%2</translation>
    </message>
    <message>
        <source>In the file %1 it stands in %2 places, those of the ids that stay among them.</source>
        <translation>文件 %1 中有 %2 处，包括保留的标识。</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>Reading the store…</source>
        <translation>正在读取数据…</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <source>%1, %2 per second, %3 left</source>
        <translation>%1，每秒 %2 行，剩余 %3</translation>
    </message>
    <message>
        <source>Waiting for other exports</source>
        <translation>等待前面的导出完成</translation>
    </message>
    <message>
        <source>1 row written</source>
        <translation>已写入 1 行</translation>
    </message>
    <message>
        <source>%1 rows written</source>
        <translation>已写入 %1 行</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written; an older file of that name is unchanged.</source>
        <translation>已取消。没有写入任何内容；原有的同名文件没有改动。</translation>
    </message>
    <message>
        <source>Export: reading…</source>
        <translation>导出：正在读取…</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>导出：%1</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1，%2 个等待中</translation>
    </message>
</context>
<context>
    <name>FilterControls</name>
    <message>
        <source>Answered or not</source>
        <translation>是否接听</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已接听</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>全部方向</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Awaiting outcome</source>
        <translation>仅待回执</translation>
    </message>
    <message>
        <source>Only outbound calls whose second message has not arrived</source>
        <translation>只看第二条消息尚未到达的外呼</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>仅异常</translation>
    </message>
    <message>
        <source>Only calls with an anomaly</source>
        <translation>只看有异常的话单</translation>
    </message>
    <message>
        <source>Any talk time</source>
        <translation>通话时长不限</translation>
    </message>
    <message>
        <source>Talk time at least, in seconds</source>
        <translation>通话时长下限（秒）</translation>
    </message>
    <message>
        <source>Number contains</source>
        <translation>号码包含</translation>
    </message>
    <message>
        <source>Caller or called number contains</source>
        <translation>主叫或被叫号码包含</translation>
    </message>
    <message>
        <source>Call id (call_uuid)</source>
        <translation>通话 ID</translation>
    </message>
    <message>
        <source>Exact call id (call_uuid)</source>
        <translation>完整的通话 ID（call_uuid）</translation>
    </message>
    <message>
        <source>Customer row contains</source>
        <translation>客户数据包含</translation>
    </message>
    <message>
        <source>Any value of the customer row contains</source>
        <translation>客户数据行的任一值包含</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>With the results %1</source>
        <translation>结果为 %1</translation>
    </message>
    <message>
        <source>Without the results %1</source>
        <translation>不含结果 %1</translation>
    </message>
    <message>
        <source>Pushed direction %1</source>
        <translation>推送的方向 %1</translation>
    </message>
    <message>
        <source>It rang (time_ring set)</source>
        <translation>已振铃（有 time_ring）</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已接听</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未接听</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>呼出</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>呼入</translation>
    </message>
    <message>
        <source>One of %1 kinds of calls</source>
        <translation>%1 类话单之一</translation>
    </message>
    <message>
        <source>Not awaiting an outcome</source>
        <translation>非待回执</translation>
    </message>
    <message>
        <source>Awaiting outcome</source>
        <translation>待回执</translation>
    </message>
    <message>
        <source>Messages: %1</source>
        <translation>消息：%1</translation>
    </message>
    <message>
        <source>Of a contact</source>
        <translation>属于某号码</translation>
    </message>
    <message>
        <source>With anomalies</source>
        <translation>有异常</translation>
    </message>
    <message>
        <source>Without campaign %1</source>
        <translation>不含任务 %1</translation>
    </message>
    <message>
        <source>Without one called number</source>
        <translation>不含一个被叫号码</translation>
    </message>
    <message>
        <source>Without %1 called numbers</source>
        <translation>不含 %1 个被叫号码</translation>
    </message>
    <message>
        <source>Talk at least %1</source>
        <translation>通话不少于 %1</translation>
    </message>
    <message>
        <source>Talk below %1</source>
        <translation>通话少于 %1</translation>
    </message>
    <message>
        <source>Number contains %1</source>
        <translation>号码包含 %1</translation>
    </message>
    <message>
        <source>Called number contains %1</source>
        <translation>被叫号码包含 %1</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>话单 %1</translation>
    </message>
    <message>
        <source>Customer row contains %1</source>
        <translation>客户数据包含 %1</translation>
    </message>
    <message>
        <source>Tries of one contact</source>
        <translation>同一号码的各次外呼</translation>
    </message>
    <message>
        <source>Each contact&apos;s last call</source>
        <translation>每个号码的最后一次通话</translation>
    </message>
    <message>
        <source>Each contact&apos;s best call</source>
        <translation>每个号码的最好一次通话</translation>
    </message>
    <message>
        <source>Each contact&apos;s first connected call</source>
        <translation>每个号码的首次接通</translation>
    </message>
    <message>
        <source>One call of each contact</source>
        <translation>每个号码一条话单</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>第 %1 次外呼</translation>
    </message>
    <message>
        <source>The try before: %1</source>
        <translation>上一次结果：%1</translation>
    </message>
    <message>
        <source>The try before is missing</source>
        <translation>缺少上一次外呼</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>线路 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: none of %2</source>
        <translation>%1：不是 %2</translation>
    </message>
    <message>
        <source>%1 stretches of time from %2 on</source>
        <translation>自 %2 起的 %1 个时段</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>From %1 on</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>Before %1</source>
        <translation>%1 之前</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>%1 campaigns</source>
        <translation>%1 个任务</translation>
    </message>
    <message>
        <source>Campaign: %1</source>
        <translation>任务：%1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>basic part only</source>
        <translation>仅基本话单</translation>
    </message>
    <message>
        <source>outbound part only</source>
        <translation>仅外呼话单</translation>
    </message>
    <message>
        <source>both parts</source>
        <translation>两条齐全</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language that the texts of this file are in, such as zh_CN.</extracomment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>With a dial time (time_dial set)</source>
        <translation>带有拨号时间（time_dial 有值）</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>%1 之前</translation>
    </message>
    <message>
        <source>From %1</source>
        <comment>a time</comment>
        <translation>自 %1 起</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>%1 天前</translation>
    </message>
</context>
<context>
    <name>HourReport</name>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>整周</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>only those with calls, because the period has so many</source>
        <translation>时段过长，只列有话单的小时</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>按小时</translation>
    </message>
    <message>
        <source>Offset from UTC</source>
        <translation>与 UTC 的偏移</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Attempts and connected calls by hour</source>
        <translation>每小时外呼量与接通量</translation>
    </message>
    <message>
        <source>Rates by hour</source>
        <translation>每小时的比率</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Attempts and connected calls by day</source>
        <translation>每天外呼量与接通量</translation>
    </message>
    <message>
        <source>Rates by day</source>
        <translation>每天的比率</translation>
    </message>
    <message>
        <source>Attempts by hour of the day and weekday</source>
        <translation>外呼量：小时 × 星期</translation>
    </message>
    <message>
        <source>Connect rate by hour of the day and weekday</source>
        <translation>接通率：小时 × 星期</translation>
    </message>
</context>
<context>
    <name>JournalGaps</name>
    <message>
        <source>missing since before gaps were noted</source>
        <translation>在开始记录缺失之前就已缺失</translation>
    </message>
    <message>
        <source>dropped because of their age</source>
        <translation>因时间过久而删除</translation>
    </message>
    <message>
        <source>erased with a person&apos;s data</source>
        <translation>随个人数据一并抹除</translation>
    </message>
    <message>
        <source>damaged, and could not be saved</source>
        <translation>已损坏，无法挽救</translation>
    </message>
    <message>
        <source>missing, nothing tells why</source>
        <translation>缺失，原因不明</translation>
    </message>
    <message>
        <source>left out of this copy</source>
        <translation>未包含在此副本中</translation>
    </message>
    <message>
        <source>for an unknown reason</source>
        <translation>原因未知</translation>
    </message>
    <message>
        <source>Message %1 of the journal is gone: %2%3.</source>
        <translation>原始报文 %1 已不在：%2%3。</translation>
    </message>
    <message>
        <source>Messages %1 to %2 of the journal are gone (%3): %4%5.</source>
        <translation>原始报文 %1 至 %2 已不在（%3 条）：%4%5。</translation>
    </message>
</context>
<context>
    <name>KeptCalls</name>
    <message>
        <source>Calls are kept since %1; earlier ones stay as counts, without figures of contacts.</source>
        <translation>通话自 %1 起保留；更早的只留计数，不含按号码统计的指标。</translation>
    </message>
</context>
<context>
    <name>LineReport</name>
    <message>
        <source>Connect rate and line failure rate</source>
        <translation>接通率与线路失败率</translation>
    </message>
    <message>
        <source>Attempts and connected calls by line</source>
        <translation>各线路外呼量与接通量</translation>
    </message>
    <message>
        <source>Line (caller)</source>
        <translation>线路（主叫）</translation>
    </message>
    <message>
        <source>(no caller)</source>
        <translation>（无主叫）</translation>
    </message>
</context>
<context>
    <name>LiveCharts</name>
    <message>
        <source>No calls in this period. Calls appear after hang-up, when the platform pushes them.</source>
        <translation>该时段内没有话单。平台在通话挂断后推送话单，随后出现在这里。</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>&lt; %1 s</source>
        <translation>&lt; %1 秒</translation>
    </message>
    <message>
        <source>≥ %1 min</source>
        <translation>≥ %1 分</translation>
    </message>
    <message>
        <source>%1–%2 s</source>
        <translation>%1–%2 秒</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 分</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>呼入</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>外呼结果</translation>
    </message>
    <message>
        <source>No outbound call in this period has an outcome yet.</source>
        <translation>该时段内还没有已出结果的外呼。</translation>
    </message>
    <message>
        <source>No connected call in this period.</source>
        <translation>该时段内没有接通的通话。</translation>
    </message>
    <message>
        <source>Too few outbound calls in this period for a rate over time.</source>
        <translation>该时段内外呼太少，无法按时间计算比率。</translation>
    </message>
    <message>
        <source>Calls over time</source>
        <translation>通话走势</translation>
    </message>
    <message>
        <source>Outcomes by result</source>
        <translation>外呼结果分布</translation>
    </message>
    <message>
        <source>Connect and success rate</source>
        <translation>接通率与成功率</translation>
    </message>
    <message>
        <source>Talk time of connected calls</source>
        <translation>接通通话时长分布</translation>
    </message>
</context>
<context>
    <name>LiveTiles</name>
    <message>
        <source>%1 vs yesterday</source>
        <translation>较昨日 %1</translation>
    </message>
    <message>
        <source>%1 vs the day before</source>
        <translation>较前一日 %1</translation>
    </message>
    <message>
        <source>%1 vs %2 days before</source>
        <translation>较 %2 天前 %1</translation>
    </message>
    <message>
        <source>%1 pts</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 至 %2：%3</translation>
    </message>
    <message>
        <source>The line shows the last hour. Click for the calls.</source>
        <translation>曲线为最近一小时。点击查看话单。</translation>
    </message>
    <message>
        <source>Click for the calls.</source>
        <translation>点击查看话单。</translation>
    </message>
    <message>
        <source>The line shows the period. Click for the calls.</source>
        <translation>曲线为该时段。点击查看话单。</translation>
    </message>
</context>
<context>
    <name>LogExports</name>
    <message>
        <source>over</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>new</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>触发时间</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>恢复时间</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>确认时间</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发送方</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题说明</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>Accepted at a replay</source>
        <translation>重放时接受</translation>
    </message>
    <message>
        <source>Refused messages</source>
        <translation>被拒消息</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应运行时间</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>定时报表</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Run history</source>
        <translation>运行历史</translation>
    </message>
</context>
<context>
    <name>Metric</name>
    <message>
        <source>Attempts</source>
        <translation>外呼量</translation>
    </message>
    <message>
        <source>Outbound calls: calls with the outbound message, or with direction 2.</source>
        <translation>外呼通话：带有外呼属性话单，或 direction 为 2 的通话。</translation>
    </message>
    <message>
        <source>Seizures</source>
        <translation>振铃量</translation>
    </message>
    <message>
        <source>Outbound calls that rang (time_ring is set).</source>
        <translation>已振铃的外呼（time_ring 有值）。</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接通量</translation>
    </message>
    <message>
        <source>Outbound calls that were answered (time_answer is set).</source>
        <translation>已接听的外呼（time_answer 有值）。</translation>
    </message>
    <message>
        <source>Connect rate</source>
        <translation>接通率</translation>
    </message>
    <message>
        <source>Connected calls / attempts.</source>
        <translation>接通量 / 外呼量。</translation>
    </message>
    <message>
        <source>Connect rate without line blocks</source>
        <translation>接通率（不含线路拦截）</translation>
    </message>
    <message>
        <source>Network effectiveness</source>
        <translation>网络有效率</translation>
    </message>
    <message>
        <source>(Connected calls + not connected calls with results 2, 5, 8, 20) / attempts.</source>
        <translation>（接通量 + 未接通且结果为 2、5、8、20 的通话）/ 外呼量。</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Successful calls / attempts with an outcome. The bounds count every call that still awaits its outcome as failure, then as success.</source>
        <translation>成功量 / 已有结果的外呼量。上下限分别把所有待回执的通话计为失败和成功。</translation>
    </message>
    <message>
        <source>Awaiting outcome</source>
        <translation>待回执</translation>
    </message>
    <message>
        <source>Outbound calls of which only the basic message has come.</source>
        <translation>只收到基本属性话单的外呼。</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>通话时长</translation>
    </message>
    <message>
        <source>Hang-up minus answer, summed over connected calls.</source>
        <translation>接通通话的（挂断 − 接听）之和。</translation>
    </message>
    <message>
        <source>Average talk time</source>
        <translation>平均通话时长</translation>
    </message>
    <message>
        <source>Talk time / connected calls.</source>
        <translation>通话时长 / 接通量。</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>接听等待</translation>
    </message>
    <message>
        <source>Short-call rate</source>
        <translation>短通话率</translation>
    </message>
    <message>
        <source>Connected calls with less than 5 s of talk / connected calls.</source>
        <translation>通话不足 5 秒的接通量 / 接通量。</translation>
    </message>
    <message>
        <source>Conversation rate</source>
        <translation>有效对话率</translation>
    </message>
    <message>
        <source>Connected calls with at least 60 s of talk / connected calls.</source>
        <translation>通话至少 60 秒的接通量 / 接通量。</translation>
    </message>
    <message>
        <source>Line failure rate</source>
        <translation>线路失败率</translation>
    </message>
    <message>
        <source>Transfer rate</source>
        <translation>转人工率</translation>
    </message>
    <message>
        <source>Calls with result 19 / connected calls.</source>
        <translation>结果为 19 的通话 / 接通量。</translation>
    </message>
    <message>
        <source>Calls per minute</source>
        <translation>每分钟通话量</translation>
    </message>
    <message>
        <source>Calls by hang-up time in the window / its minutes.</source>
        <translation>时段内按挂断时间计的通话数 / 分钟数。</translation>
    </message>
    <message>
        <source>Contacts reached</source>
        <translation>接通号码数</translation>
    </message>
    <message>
        <source>Contacts (data rows of a task) with a connected call / contacts attempted.</source>
        <translation>有接通通话的号码（任务数据行）/ 已呼号码。</translation>
    </message>
    <message>
        <source>Connected calls / attempts without line faults (as shipped: results 26, 27, 28).</source>
        <translation>接通量 /（外呼量 − 线路故障，出厂设置为结果 26、27、28）。</translation>
    </message>
    <message>
        <source>Outbound calls whose result is in the task&apos;s success rule (as shipped: result 0).</source>
        <translation>结果属于任务成功规则的外呼（出厂设置为结果 0）。</translation>
    </message>
    <message>
        <source>Answer minus dial, averaged over connected calls that said when they were dialled.</source>
        <translation>接听时间 − 拨号时间，对带有拨号时间的接通呼叫取平均。</translation>
    </message>
    <message>
        <source>Outbound calls whose result is a line fault (as shipped: results 26, 27, 28) / attempts.</source>
        <translation>结果为线路故障（出厂设置为 26、27、28）的外呼 / 外呼量。</translation>
    </message>
    <message>
        <source>of %2 calls</source>
        <translation>共 %2 条话单</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>of %2 with outcome</source>
        <translation>共 %2 通有结果</translation>
    </message>
    <message>
        <source>Success rate, at least</source>
        <translation>成功率下限</translation>
    </message>
    <message>
        <source>Every call that awaits its outcome counted as failure.</source>
        <translation>所有待回执话单按失败计。</translation>
    </message>
    <message>
        <source>Success rate, at most</source>
        <translation>成功率上限</translation>
    </message>
    <message>
        <source>Every call that awaits its outcome counted as success.</source>
        <translation>所有待回执话单按成功计。</translation>
    </message>
    <message>
        <source>%3 of attempts</source>
        <translation>占外呼量 %3</translation>
    </message>
    <message>
        <source>over %2 connected</source>
        <translation>接通 %2 通</translation>
    </message>
    <message>
        <source>Talk of 1 min or more</source>
        <translation>通话满 1 分钟</translation>
    </message>
    <message>
        <source>Connected calls with at least 60 s of talk.</source>
        <translation>通话至少 60 秒的接通话单。</translation>
    </message>
    <message>
        <source>Timeouts (-1)</source>
        <translation>超时（-1）</translation>
    </message>
    <message>
        <source>Outbound calls with the result -1; they are no line faults.</source>
        <translation>结果为 -1 的外呼话单；不算线路故障。</translation>
    </message>
    <message>
        <source>over %2 min</source>
        <translation>%2 分钟内</translation>
    </message>
    <message>
        <source>All calls</source>
        <translation>全部话单</translation>
    </message>
    <message>
        <source>Outbound and inbound calls.</source>
        <translation>外呼和呼入话单。</translation>
    </message>
    <message>
        <source>All answered</source>
        <translation>全部已接听</translation>
    </message>
    <message>
        <source>Answered calls, outbound and inbound.</source>
        <translation>已接听的话单，含外呼和呼入。</translation>
    </message>
    <message>
        <source>Talk time of all</source>
        <translation>全部通话时长</translation>
    </message>
    <message>
        <source>Talk of all answered calls, outbound and inbound.</source>
        <translation>全部已接听话单的通话时长，含外呼和呼入。</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Contacts (data rows of a task) with a call in the period.</source>
        <translation>该时段内拨打过的号码（任务的数据行）。</translation>
    </message>
    <message>
        <source>%3 of %2 tried</source>
        <translation>已呼 %2，%3</translation>
    </message>
    <message>
        <source>Contact connect rate</source>
        <translation>号码接通率</translation>
    </message>
    <message>
        <source>Contacts with a connected call / contacts attempted.</source>
        <translation>接通过的号码数 / 拨打过的号码数。</translation>
    </message>
    <message>
        <source>Contacts successful</source>
        <translation>成功号码</translation>
    </message>
    <message>
        <source>Contacts with a call whose result is in the task&apos;s success rule.</source>
        <translation>有话单结果符合任务成功规则的号码数。</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>转化率</translation>
    </message>
    <message>
        <source>Successful contacts / connected contacts.</source>
        <translation>成功号码数 / 接通过的号码数。</translation>
    </message>
    <message>
        <source>Attempts per contact</source>
        <translation>每号外呼次数</translation>
    </message>
    <message>
        <source>Attempts / contacts attempted.</source>
        <translation>外呼量 / 拨打过的号码数。</translation>
    </message>
    <message>
        <source>Bad-number rate</source>
        <translation>坏号率</translation>
    </message>
    <message>
        <source>Contacts whose last result means a bad number / contacts attempted.</source>
        <translation>最后结果为坏号的号码数 / 拨打过的号码数。</translation>
    </message>
    <message>
        <source>List size</source>
        <translation>名单数量</translation>
    </message>
    <message>
        <source>Data rows of the task, as typed in or imported; 0: unknown.</source>
        <translation>任务的数据行数，由人输入或导入；0 为未知。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Contacts tried at any time / list size of the task.</source>
        <translation>任何时间拨打过的号码数 / 任务的名单数量。</translation>
    </message>
    <message>
        <source>calls no longer kept</source>
        <translation>通话已不再保留</translation>
    </message>
    <message>
        <source>%1, %2 awaiting</source>
        <translation>%1，待回执 %2</translation>
    </message>
</context>
<context>
    <name>OutcomeClass</name>
    <message>
        <source>Connected</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>Busy or unanswered</source>
        <translation>忙或未接</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>无法接通</translation>
    </message>
    <message>
        <source>Bad number</source>
        <translation>坏号</translation>
    </message>
    <message>
        <source>Transfer failed</source>
        <translation>转接失败</translation>
    </message>
    <message>
        <source>Line or network</source>
        <translation>线路或网络</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
</context>
<context>
    <name>OutputFile</name>
    <message>
        <source>this is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>this is a disk, not a file</source>
        <translation>这是磁盘，不是文件</translation>
    </message>
    <message>
        <source>this is a socket, not a file</source>
        <translation>这是套接字，不是文件</translation>
    </message>
    <message>
        <source>this belongs to the database beside it</source>
        <translation>它属于旁边的数据库</translation>
    </message>
    <message>
        <source>this is a database, which would be lost</source>
        <translation>这是一个数据库，写入会使其丢失</translation>
    </message>
    <message>
        <source>it is a terminal; write into a file or a pipe</source>
        <translation>它是终端；请写入文件或管道</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>The %1 largest of %2 rows; the table has all.</source>
        <translation>%2 行中最大的 %1 行；全部见表格。</translation>
    </message>
    <message>
        <source>From the first %1 of %2 rows; the table has all.</source>
        <translation>取自 %2 行中的前 %1 行；全部见表格。</translation>
    </message>
    <message>
        <source>the temporary folder %1 does not take the rows: %2</source>
        <translation>临时文件夹 %1 无法写入数据行：%2</translation>
    </message>
    <message>
        <source>the rows in the temporary folder can&apos;t be read again: %1</source>
        <translation>临时文件夹中的数据行无法读回：%1</translation>
    </message>
    <message>
        <source>… (in full on page 1)</source>
        <translation>…（全文见第 1 页）</translation>
    </message>
    <message>
        <source>the printer or file does not take pages</source>
        <translation>打印机或文件不接受页面</translation>
    </message>
    <message>
        <source>this program was started without fonts</source>
        <translation>程序启动时没有字体</translation>
    </message>
    <message>
        <source>en_US</source>
        <comment>the locale of this language, by which numbers are written: zh_CN</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>There is nothing to list.</source>
        <translation>没有可列出的内容。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>%1, continued</source>
        <translation>%1（续）</translation>
    </message>
    <message>
        <source>Columns %1 to %2 of %3</source>
        <translation>第 %1 至 %2 列，共 %3 列</translation>
    </message>
    <message>
        <source>Made %1 (%2) with Callboard %3</source>
        <translation>由 Callboard %3 制作于 %1（%2）</translation>
    </message>
    <message>
        <source>%1 of %2 columns; the others are in the CSV and XLSX files, or printed when they are chosen</source>
        <translation>%2 列中的 %1 列；其余列见 CSV 和 XLSX 文件，选中后也可打印</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>no font with Chinese characters is installed (on Debian: fonts-noto-cjk)</source>
        <translation>没有安装含中文字符的字体（Debian：fonts-noto-cjk）</translation>
    </message>
</context>
<context>
    <name>PaperTitle</name>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Call id</source>
        <translation>通话 ID</translation>
    </message>
    <message>
        <source>Called number</source>
        <translation>被叫号码</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>呼叫方向</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>接听时间</translation>
    </message>
    <message>
        <source>Hung up at</source>
        <translation>挂断时间</translation>
    </message>
    <message>
        <source>Pushed ring</source>
        <translation>推送的振铃时长</translation>
    </message>
    <message>
        <source>Pushed call</source>
        <translation>推送通话时长</translation>
    </message>
    <message>
        <source>Relation id</source>
        <translation>关联ID</translation>
    </message>
    <message>
        <source>Data id</source>
        <translation>数据ID</translation>
    </message>
    <message>
        <source>Dialled at</source>
        <translation>拨号时间</translation>
    </message>
    <message>
        <source>Rang at</source>
        <translation>振铃时间</translation>
    </message>
    <message>
        <source>Data row</source>
        <translation>数据行号</translation>
    </message>
    <message>
        <source>Rang after</source>
        <translation>振铃等待</translation>
    </message>
    <message>
        <source>Answered after</source>
        <translation>接听等待</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>通话时长</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>First arrival</source>
        <translation>首次到达</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Unknown fields</source>
        <translation>未知字段</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Customer row</source>
        <translation>客户数据</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>外呼结果</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果描述</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>已重试</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>结果类别</translation>
    </message>
</context>
<context>
    <name>PushKind</name>
    <message>
        <source>call record</source>
        <translation>话单</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>dialogue</source>
        <translation>会话</translation>
    </message>
</context>
<context>
    <name>PushTable</name>
    <message>
        <source>outbound</source>
        <translation>外呼</translation>
    </message>
    <message>
        <source>basic</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Called number</source>
        <translation>被叫号码</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Hang-up</source>
        <translation>挂断</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>来源地址</translation>
    </message>
</context>
<context>
    <name>Receiver</name>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1（进程 %2）</translation>
    </message>
    <message>
        <source>Port %1 on %2 is already taken by another program. Close that program or choose another port.</source>
        <translation>%2 上的端口 %1 已被其他程序占用。请关闭该程序或改用其他端口。</translation>
    </message>
    <message>
        <source>Port %1 on %2 is already taken by %3. Close that program or choose another port.</source>
        <translation>%2 上的端口 %1 已被 %3 占用。请关闭该程序或改用其他端口。</translation>
    </message>
    <message>
        <source>Only an administrator may open port %1. Choose a port above 1023.</source>
        <translation>只有管理员才能打开端口 %1。请选择大于 1023 的端口。</translation>
    </message>
    <message>
        <source>This computer does not have the address %1. Choose one of its own, or 0.0.0.0 for all of them.</source>
        <translation>本机没有地址 %1。请选择本机的地址，或用 0.0.0.0 表示全部。</translation>
    </message>
    <message>
        <source>Port %1 on %2 can&apos;t be opened: %3.</source>
        <translation>无法打开 %2 上的端口 %1：%3。</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read: %2.</source>
        <translation>无法读取文件 %1：%2。</translation>
    </message>
    <message>
        <source>This computer&apos;s Qt has no TLS. Install its OpenSSL plugin, or use plain HTTP.</source>
        <translation>本机的 Qt 没有 TLS。请安装其 OpenSSL 插件，或使用普通 HTTP。</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form.</source>
        <translation>%1 中没有 PEM 格式的证书。</translation>
    </message>
    <message>
        <source>%1 holds no private key in PEM form without a password.</source>
        <translation>%1 中没有无密码的 PEM 格式私钥。</translation>
    </message>
    <message>
        <source>A push from %1 had a wrong token or none.</source>
        <translation>来自 %1 的推送令牌错误或缺失。</translation>
    </message>
    <message>
        <source>%1 is banned for %2 seconds after %3 wrong or missing tokens.</source>
        <translation>%1 已连续 %3 次令牌错误或缺失，将被拒绝 %2 秒。</translation>
    </message>
    <message>
        <source>Such lines left out before it: %1.</source>
        <translation>此前略去的同类记录：%1 条。</translation>
    </message>
    <message>
        <source>Anybody who reaches %1 can push calls into this store, because no token and no allow-list is set. Set a token, an allow-list, or both.</source>
        <translation>没有设置令牌，也没有设置允许的地址：能连到 %1 的任何人都可以向此存储推送话单。请设置令牌、允许的地址，或两者都设置。</translation>
    </message>
    <message>
        <source>Pushes to %1 cross the network unencrypted, with phone numbers and the token in them. Set a certificate, or put an encrypting proxy in front.</source>
        <translation>发往 %1 的推送在网络上未加密，其中含有电话号码和令牌。请设置证书，或在前面放置加密的代理。</translation>
    </message>
    <message>
        <source>The private key in %1 is encrypted with a password, which nobody could enter here. Store a copy without one, readable by Callboard only.</source>
        <translation>%1 中的私钥用密码加密，而这里无人能输入密码。请保存一份没有密码、仅 Callboard 可读的副本。</translation>
    </message>
    <message>
        <source>The private key in %1 does not belong to the certificate in %2. Every sender would be turned away; choose the two files that were issued together.</source>
        <translation>%1 中的私钥与 %2 中的证书不匹配，所有发送方都会被拒绝。请选择一同签发的两个文件。</translation>
    </message>
    <message>
        <source>The certificate expired on %1. Senders that check it will not connect; renew it.</source>
        <translation>证书已于 %1 过期。检查证书的发送方将不会连接，请更新证书。</translation>
    </message>
    <message>
        <source>The certificate is valid from %1 only. Senders that check it will not connect before.</source>
        <translation>证书从 %1 起才有效。在此之前，检查证书的发送方将不会连接。</translation>
    </message>
    <message>
        <source>Anybody who reaches %1 can push calls into this store, because no token is set and the allow-list lets everybody in. Set a token, a narrower allow-list, or both.</source>
        <translation>没有设置令牌，而允许的地址包括了所有人：能连到 %1 的任何人都可以向此存储推送话单。请设置令牌、缩小允许的地址范围，或两者都做。</translation>
    </message>
    <message>
        <source>Pushes to %1 cross the network unencrypted, with phone numbers in them. Set a certificate, or put an encrypting proxy in front.</source>
        <translation>发往 %1 的推送在网络上未加密，其中含有电话号码。请设置证书，或在前面放置加密的代理。</translation>
    </message>
    <message>
        <source>%1 is no plain file; a file in PEM form is wanted.</source>
        <translation>%1 不是普通文件；这里需要 PEM 格式的文件。</translation>
    </message>
    <message>
        <source>All %1 connections are taken. One that has sent no record was ended for a new sender.</source>
        <translation>%1 个连接已全部占用。已断开一个从未推送话单的连接，让给新的推送方。</translation>
    </message>
    <message>
        <source>All %1 connections are taken by senders of records. A new one was answered to try again.</source>
        <translation>%1 个连接已全部被推送话单的一方占用。新的连接已被答复稍后重试。</translation>
    </message>
</context>
<context>
    <name>RejectedTable</name>
    <message>
        <source>Arrived</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>accepted at a replay, %1</source>
        <translation>重放时已接受，%1</translation>
    </message>
    <message>
        <source>not valid UTF-8</source>
        <translation>不是有效的 UTF-8</translation>
    </message>
    <message>
        <source>not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>JSON, but not an object</source>
        <translation>是 JSON，但不是对象</translation>
    </message>
    <message>
        <source>no call_uuid</source>
        <translation>没有 call_uuid</translation>
    </message>
    <message>
        <source>a field can&apos;t be read</source>
        <translation>字段无法读取</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>The body holds bytes that are no UTF-8 text.</source>
        <translation>消息体含有不是 UTF-8 文本的字节。</translation>
    </message>
    <message>
        <source>The body can&apos;t be read as JSON.</source>
        <translation>消息体无法按 JSON 读取。</translation>
    </message>
    <message>
        <source>The body is JSON, but not an object with fields.</source>
        <translation>消息体是 JSON，但不是含字段的对象。</translation>
    </message>
    <message>
        <source>The field call_uuid is missing or empty.</source>
        <translation>缺少字段 call_uuid，或其值为空。</translation>
    </message>
    <message>
        <source>The value of the field %1 can&apos;t be read.</source>
        <translation>字段 %1 的值无法读取。</translation>
    </message>
    <message>
        <source>The body is larger than the receiver takes. Only its beginning was kept.</source>
        <translation>消息体超过接收上限，只保留了开头部分。</translation>
    </message>
    <message>
        <source>unknown Content-Encoding</source>
        <translation>未知的内容编码</translation>
    </message>
    <message>
        <source>not in the encoding it names</source>
        <translation>与所声明的编码不符</translation>
    </message>
    <message>
        <source>The body is packed in a way that the receiver can&apos;t unpack. It takes gzip and deflate.</source>
        <translation>消息体的压缩方式无法解压。接收端支持 gzip 和 deflate。</translation>
    </message>
    <message>
        <source>The body is damaged, or not in the encoding that its header names.</source>
        <translation>消息体已损坏，或与消息头声明的编码不符。</translation>
    </message>
    <message>
        <source>%1 over the size limit</source>
        <translation>%1超过大小上限</translation>
    </message>
    <message>
        <source>a list of records of another platform</source>
        <translation>其他平台的记录列表</translation>
    </message>
    <message>
        <source>a form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>a record of another platform</source>
        <translation>其他平台的记录</translation>
    </message>
    <message>
        <source>The body is a list. The receiver takes one record in each message; other platforms send lists of their own records.</source>
        <translation>消息体是列表。接收端每条消息只接收一条话单；其他平台会发送自己的记录列表。</translation>
    </message>
    <message>
        <source>The body is a form. The receiver takes a record as a JSON object.</source>
        <translation>消息体是表单。接收端接收以 JSON 对象表示的话单。</translation>
    </message>
    <message>
        <source>The body is XML. The receiver takes a record as a JSON object.</source>
        <translation>消息体是 XML。接收端接收以 JSON 对象表示的话单。</translation>
    </message>
    <message>
        <source>The body has none of the fields of a call record. It may come from another platform.</source>
        <translation>消息体中没有任何话单字段，可能来自其他平台。</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Every call with all its fields, newest first</source>
        <translation>每通电话的全部字段，最新的在前</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2. An older file of that name is unchanged.</source>
        <translation>无法写入文件 %1：%2。原有的同名文件没有改动。</translation>
    </message>
    <message>
        <source>There is no report named %1.</source>
        <translation>没有名为 %1 的报表。</translation>
    </message>
    <message>
        <source>The report %1 has no format %2.</source>
        <translation>报表 %1 没有 %2 格式。</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>话单</translation>
    </message>
    <message>
        <source>Completeness and refused messages</source>
        <translation>完整性与被拒消息</translation>
    </message>
    <message>
        <source>Which messages of the calls have come, how late, and which were refused</source>
        <translation>话单的哪些消息已到、到得多晚、哪些被拒</translation>
    </message>
    <message>
        <source>Campaign dossier</source>
        <translation>单任务档案</translation>
    </message>
    <message>
        <source>Everything about one campaign: figures, outcomes, hours, tries, lines and customer columns</source>
        <translation>一个任务的全部：指标、结果、时段、重呼、线路和客户列</translation>
    </message>
    <message>
        <source>Hours, days and weekdays</source>
        <translation>按小时、日期和星期</translation>
    </message>
    <message>
        <source>Attempts, rates and talk by hour, by day, and by hour of the week</source>
        <translation>按小时、按天、按一周各小时的外呼量、比率和通话</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Attempts, connected calls and line failures by calling number</source>
        <translation>按主叫号码的外呼量、接通量和线路故障</translation>
    </message>
    <message>
        <source>(no campaign)</source>
        <translation>（无任务）</translation>
    </message>
    <message>
        <source>Campaigns by result</source>
        <translation>任务 × 结果</translation>
    </message>
    <message>
        <source>Every campaign by result code and outcome class: attempts and contacts, counted and as shares</source>
        <translation>每个任务按结果码和结果类别：外呼量和号码，数量与占比</translation>
    </message>
    <message>
        <source>Retries and contacts</source>
        <translation>重呼与号码</translation>
    </message>
    <message>
        <source>Contacts of every campaign, what each further try brought, and lost tries</source>
        <translation>每个任务的号码、每次重呼的收获，以及丢失的外呼</translation>
    </message>
    <message>
        <source>there is no column %1</source>
        <translation>没有列 %1</translation>
    </message>
    <message>
        <source>Campaign summary</source>
        <translation>任务汇总</translation>
    </message>
    <message>
        <source>Every campaign with its attempts, contacts, rates, talk and progress</source>
        <translation>每个任务的外呼量、号码、比率、通话和进度</translation>
    </message>
    <message>
        <source>The file %1 was written, but not its description %2: %3.</source>
        <translation>文件 %1 已写出，但其说明 %2 没有：%3。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>ReportFigures</name>
    <message>
        <source>Campaign</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Task id</source>
        <translation>任务 ID</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>ReportFormat</name>
    <message>
        <source>CSV for Excel</source>
        <translation>CSV（用于 Excel）</translation>
    </message>
    <message>
        <source>CSV for programs</source>
        <translation>CSV（用于程序）</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
</context>
<context>
    <name>ReportHead</name>
    <message>
        <source>%1 (that moment not included)</source>
        <translation>%1（不含终点时刻）</translation>
    </message>
    <message>
        <source>none: all calls</source>
        <translation>无：全部话单</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>as decided today</source>
        <translation>按今天的设定</translation>
    </message>
    <message>
        <source>as decided at the end of the period, which is today</source>
        <translation>按时段结束时（即今天）的设定</translation>
    </message>
    <message>
        <source>as decided at the end of the period, %1</source>
        <translation>按时段结束时（%1）的设定</translation>
    </message>
    <message>
        <source>when this was made</source>
        <translation>生成报表时</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>%1, by Callboard %2</source>
        <translation>%1，由话单看板 %2</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>已遮盖</translation>
    </message>
    <message>
        <source>in full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Meaning of results</source>
        <translation>结果含义</translation>
    </message>
    <message>
        <source>Known at</source>
        <translation>截至已知</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Calls kept</source>
        <translation>通话保留</translation>
    </message>
</context>
<context>
    <name>ReportPrompts</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>ReportSchedule</name>
    <message>
        <source>%1 runs were missed while Callboard was not running, too many to make up for. Choose the report&apos;s period by hand where one of them is needed.</source>
        <translation>话单看板未运行期间错过了 %1 次报表，数量太多，不再补做。如需其中某一份，请手动选择该报表的时间段。</translation>
    </message>
    <message>
        <source>The folder %1 is not there. Nothing was written. Connect its disk or make it, or choose another one in the schedule.</source>
        <translation>文件夹 %1 不存在，未写入任何内容。请连接其所在磁盘或新建该文件夹，或在定时报表中另选一个。</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder. Nothing was written. Choose a folder in the schedule.</source>
        <translation>%1 是文件而不是文件夹，未写入任何内容。请在定时报表中选择一个文件夹。</translation>
    </message>
    <message>
        <source>Callboard may not write into the folder %1. Nothing was written. Change its rights, or choose another one in the schedule.</source>
        <translation>话单看板无权写入文件夹 %1，未写入任何内容。请修改其权限，或在定时报表中另选一个。</translation>
    </message>
    <message>
        <source>%1 is a link to somewhere else. Nothing was written. Remove the link, or choose another name in the schedule.</source>
        <translation>%1 是指向别处的链接，未写入任何内容。请删除该链接，或在定时报表中换一个文件名。</translation>
    </message>
    <message>
        <source>Give it a name, by which its history is found again.</source>
        <translation>请填写名称，以便在历史记录中找到它。</translation>
    </message>
    <message>
        <source>The name is too long: 100 characters are the most.</source>
        <translation>名称太长：最多 100 个字符。</translation>
    </message>
    <message>
        <source>Choose at least one day of the week.</source>
        <translation>请至少选择一个星期几。</translation>
    </message>
    <message>
        <source>The day of the month is 1 to 31, or the last day.</source>
        <translation>每月的日期为 1 到 31，或最后一天。</translation>
    </message>
    <message>
        <source>The time is between 00:00 and 23:59.</source>
        <translation>时间应在 00:00 到 23:59 之间。</translation>
    </message>
    <message>
        <source>Choose the folder for the files.</source>
        <translation>请选择存放文件的文件夹。</translation>
    </message>
    <message>
        <source>Give the whole path of the folder, from / on.</source>
        <translation>请填写文件夹的完整路径，从 / 开始。</translation>
    </message>
    <message>
        <source>Give the files a name, such as {name} {to}.</source>
        <translation>请填写文件名，例如 {name} {to}。</translation>
    </message>
    <message>
        <source>The name of a file holds no / and no \; the folder stands above.</source>
        <translation>文件名中不能有 / 和 \；文件夹在上面填写。</translation>
    </message>
    <message>
        <source>Choose a report.</source>
        <translation>请选择报表。</translation>
    </message>
    <message>
        <source>Choose the kind of file.</source>
        <translation>请选择文件格式。</translation>
    </message>
    <message>
        <source>%1 is no file but a folder, a device or a pipe. Nothing was written. Choose another name in the schedule.</source>
        <translation>%1 不是文件，而是文件夹、设备或管道。没有写入任何内容。请在计划中选择其他名称。</translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>… (%1 more characters)</source>
        <translation>…（另有 %1 个字符）</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Code</source>
        <translation>结果码</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>真人接听</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Bad number</source>
        <translation>坏号</translation>
    </message>
    <message>
        <source>Line fault</source>
        <translation>线路故障</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>何时起</translation>
    </message>
    <message>
        <source>a person answered</source>
        <translation>真人接听</translation>
    </message>
    <message>
        <source>success</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>bad number</source>
        <translation>坏号</translation>
    </message>
    <message>
        <source>line fault</source>
        <translation>线路故障</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>unknown code</source>
        <translation>未知结果码</translation>
    </message>
    <message>
        <source>for all of time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>by whether it was answered</source>
        <translation>按是否接通</translation>
    </message>
</context>
<context>
    <name>ResultReport</name>
    <message>
        <source>Attempts by result</source>
        <translation>各结果外呼量</translation>
    </message>
    <message>
        <source>Contacts by their last result</source>
        <translation>号码按最后结果</translation>
    </message>
    <message>
        <source>Contacts by their best result</source>
        <translation>号码按最好结果</translation>
    </message>
    <message>
        <source>%1, share of the row</source>
        <translation>%1（占本行）</translation>
    </message>
    <message>
        <source>%1 other results</source>
        <translation>其他 %1 个结果</translation>
    </message>
    <message>
        <source>Attempts by outcome class</source>
        <translation>各结果类别外呼量</translation>
    </message>
    <message>
        <source>No result (yet)</source>
        <translation>（尚）无结果</translation>
    </message>
    <message>
        <source>Result codes</source>
        <translation>结果码</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Outcome class</source>
        <translation>结果类别</translation>
    </message>
    <message>
        <source>Share of attempts</source>
        <translation>占外呼量</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已接听</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未接听</translation>
    </message>
    <message>
        <source>Contacts, last result</source>
        <translation>号码（最后结果）</translation>
    </message>
    <message>
        <source>Contacts, best result</source>
        <translation>号码（最好结果）</translation>
    </message>
</context>
<context>
    <name>RetryReport</name>
    <message>
        <source>Contacts of the campaigns</source>
        <translation>各任务的号码</translation>
    </message>
    <message>
        <source>Contacts with a lost try (estimated)</source>
        <translation>有丢失外呼的号码（估计）</translation>
    </message>
    <message>
        <source>Contacts, connected and successful</source>
        <translation>号码：拨打、接通与成功</translation>
    </message>
    <message>
        <source>Lost tries</source>
        <translation>丢失的外呼</translation>
    </message>
    <message>
        <source>contacts of which try n and n+2 came, but n+1 did not; an estimate</source>
        <translation>第 n 次和第 n+2 次已到、第 n+1 次未到的号码；为估计值</translation>
    </message>
    <message>
        <source>From one try&apos;s result to the next one&apos;s</source>
        <translation>从一次外呼的结果到下一次的结果</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Next result</source>
        <translation>下一次结果</translation>
    </message>
    <message>
        <source>Its meaning</source>
        <translation>其含义</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>话单</translation>
    </message>
    <message>
        <source>Share of the tries after that result</source>
        <translation>占该结果之后的外呼</translation>
    </message>
    <message>
        <source>Yield of each try</source>
        <translation>各次外呼的接通收益</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>第几次外呼</translation>
    </message>
    <message>
        <source>Contacts that had it</source>
        <translation>有此次外呼的号码</translation>
    </message>
    <message>
        <source>First connected at it</source>
        <translation>此次首次接通</translation>
    </message>
    <message>
        <source>Yield</source>
        <translation>接通收益</translation>
    </message>
    <message>
        <source>Contacts by try</source>
        <translation>号码按第几次外呼</translation>
    </message>
</context>
<context>
    <name>Salvage</name>
    <message>
        <source>Perhaps what only stood in damaged pieces of the log beside the file: %1 pieces.</source>
        <translation>可能缺少：只存在于文件旁日志损坏片段中的内容，共 %1 个片段。</translation>
    </message>
    <message>
        <source>The log beside the file (-wal) was left out: it belongs to another store, or to another state of this one.</source>
        <translation>未采用文件旁的日志（-wal）：它属于另一个话单库，或本库的另一个状态。</translation>
    </message>
    <message>
        <source>Message %1 as received: what held it is damaged or gone.</source>
        <translation>原始报文 %1：其存放处已损坏或丢失。</translation>
    </message>
    <message>
        <source>Messages %1 to %2 as received (%3): what held them is damaged or gone.</source>
        <translation>原始报文 %1 至 %2（共 %3 条）：其存放处已损坏或丢失。</translation>
    </message>
    <message>
        <source>… and 1 more message as received.</source>
        <translation>……另有 1 条原始报文。</translation>
    </message>
    <message>
        <source>… and %1 more messages as received.</source>
        <translation>……另有 %1 条原始报文。</translation>
    </message>
    <message>
        <source>A call of %1, campaign &quot;%2&quot;: it is damaged, and so are its messages.</source>
        <translation>%1 的一条话单，任务“%2”：话单及其报文均已损坏。</translation>
    </message>
    <message>
        <source>… and 1 more such call.</source>
        <translation>……另有 1 条这样的话单。</translation>
    </message>
    <message>
        <source>… and %1 more such calls.</source>
        <translation>……另有 %1 条这样的话单。</translation>
    </message>
    <message>
        <source>1 call of which only the id is left: its time and campaign are not known.</source>
        <translation>1 条话单只剩标识：时间和任务不明。</translation>
    </message>
    <message>
        <source>%1 calls of which only the ids are left: their times and campaigns are not known.</source>
        <translation>%1 条话单只剩标识：时间和任务不明。</translation>
    </message>
    <message>
        <source>1 more call that the store had counted: nothing is left of it.</source>
        <translation>另有 1 条话单库曾计入的话单：已无任何内容。</translation>
    </message>
    <message>
        <source>%1 more calls that the store had counted: nothing is left of them.</source>
        <translation>另有 %1 条话单库曾计入的话单：已无任何内容。</translation>
    </message>
    <message>
        <source>The names of the customer columns of 1 call; its values are there.</source>
        <translation>1 条话单的客户字段名；字段值都在。</translation>
    </message>
    <message>
        <source>The names of the customer columns of %1 calls; their values are there.</source>
        <translation>%1 条话单的客户字段名；字段值都在。</translation>
    </message>
    <message>
        <source>Damaged entries of the %1: %2.</source>
        <translation>%1中损坏的条目：%2。</translation>
    </message>
    <message>
        <source>refused messages</source>
        <translation>被拒消息</translation>
    </message>
    <message>
        <source>audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>names and sizes of campaigns</source>
        <translation>任务名称和名单规模</translation>
    </message>
    <message>
        <source>meanings of result codes</source>
        <translation>结果码含义</translation>
    </message>
    <message>
        <source>rules of alerts</source>
        <translation>告警规则</translation>
    </message>
    <message>
        <source>history of alerts</source>
        <translation>告警历史</translation>
    </message>
    <message>
        <source>scheduled reports</source>
        <translation>定时报表</translation>
    </message>
    <message>
        <source>history of scheduled reports</source>
        <translation>定时报表历史</translation>
    </message>
    <message>
        <source>list of messages that had gone before</source>
        <translation>先前已缺失报文的清单</translation>
    </message>
    <message>
        <source>list of erased numbers (erase those that are hidden once more)</source>
        <translation>号码清除清单（已隐藏的号码请再清除一次）</translation>
    </message>
    <message>
        <source>hidden messages of erased numbers</source>
        <translation>已清除号码的隐藏报文</translation>
    </message>
    <message>
        <source>key of erased numbers (erase those that are hidden once more)</source>
        <translation>号码清除密钥（已隐藏的号码请再清除一次）</translation>
    </message>
    <message>
        <source>counts of calls that are no longer kept</source>
        <translation>不再保存的话单的计数</translation>
    </message>
    <message>
        <source>counts of contacts that are no longer kept</source>
        <translation>不再保存的联系人的计数</translation>
    </message>
    <message>
        <source>other data</source>
        <translation>其他数据</translation>
    </message>
    <message>
        <source>Perhaps entries of these, parts of which can&apos;t be read: %1.</source>
        <translation>可能缺少以下内容中的条目，其中部分无法读取：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>counts of recordings and dialogues</source>
        <translation>录音和会话的计数</translation>
    </message>
    <message>
        <source>What messages say that this version refuses: %1 messages.</source>
        <translation>本版本不再接受的消息中的内容：%1 条消息。</translation>
    </message>
</context>
<context>
    <name>ScheduleColumns</name>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>话单</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>下次运行</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>上次运行</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应运行时间</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>定时报表</translation>
    </message>
    <message>
        <source>%1 (by hand)</source>
        <translation>%1（手动）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>覆盖时段</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>ScheduleWords</name>
    <message>
        <source>daily</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>last week, Monday to Sunday</source>
        <translation>上周（周一至周日）</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>today so far</source>
        <translation>今天截至生成时</translation>
    </message>
    <message>
        <source>the last 7 whole days</source>
        <translation>过去 7 个整天</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>on the last day of the month</source>
        <translation>每月最后一天</translation>
    </message>
    <message>
        <source>on day %1</source>
        <translation>每月 %1 日</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>ScreenText</name>
    <message>
        <source>(%1 more characters are not shown; exports have them)</source>
        <translation>（另有 %1 个字符未显示；导出文件中有全部内容）</translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be removed: %2</source>
        <translation>无法删除 %1：%2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The keyring does not answer: %1</source>
        <translation>密钥环没有应答：%1</translation>
    </message>
</context>
<context>
    <name>StartupOptions</name>
    <message>
        <source>Live dashboard for the call records that a dialling platform pushes.</source>
        <translation>外呼平台推送话单的实时看板。</translation>
    </message>
    <message>
        <source>The store, such as sqlite:/path/file.db.</source>
        <translation>话单的存放位置：sqlite:/路径/文件.db。</translation>
    </message>
    <message>
        <source>Address and port of the receiver; the default is 127.0.0.1:8787.</source>
        <translation>接收地址；默认 127.0.0.1:8787。</translation>
    </message>
    <message>
        <source>File of the settings.</source>
        <translation>设置文件。</translation>
    </message>
    <message>
        <source>Show simulated campaigns that push over HTTP, in a temporary store.</source>
        <translation>演示：虚构的任务经真实 HTTP 推送，存入用后即弃的存储。</translation>
    </message>
    <message>
        <source>Print what a bug report needs.</source>
        <translation>输出报告问题所需的信息。</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>输出本帮助。</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>输出版本号。</translation>
    </message>
    <message>
        <source>See callboard --help.</source>
        <translation>请参阅 callboard --help。</translation>
    </message>
    <message>
        <source>Not an option: %1</source>
        <translation>不是有效选项：%1</translation>
    </message>
    <message>
        <source>--listen needs an address and a port, such as 127.0.0.1:8787.</source>
        <translation>--listen 需要地址和端口，例如 127.0.0.1:8787。</translation>
    </message>
    <message>
        <source>Start with the wallboard in full screen; Esc leaves it.</source>
        <translation>以大屏看板全屏启动，按 Esc 退出。</translation>
    </message>
    <message>
        <source>End the Callboard that has this store open, also one without a window.</source>
        <translation>结束打开了此话单库的话单看板，没有窗口的也一样。</translation>
    </message>
    <message>
        <source>The settings are kept in a file; %1 is not one.</source>
        <translation>设置保存在文件中；%1 不是文件。</translation>
    </message>
</context>
<context>
    <name>StoreProblemText</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>未做任何更改。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>Give a store like sqlite:/path/file.db.</source>
        <translation>请按 sqlite:/路径/文件.db 的形式指定话单库。</translation>
    </message>
    <message>
        <source>There is no store at %1.</source>
        <translation>%1 处没有话单库。</translation>
    </message>
    <message>
        <source>The folder %2 may not be entered by this user, so that the store %1 can&apos;t be reached.</source>
        <translation>当前用户无权进入文件夹 %2，因此无法访问话单库 %1。</translation>
    </message>
    <message>
        <source>The folder belongs to %3: use the store as that user, or let it give you a copy (callboardctl backup).</source>
        <translation>该文件夹属于 %3：请以该用户身份使用话单库，或请其提供一份副本（callboardctl backup）。</translation>
    </message>
    <message>
        <source>The store %1 can&apos;t be opened: %2</source>
        <translation>无法打开话单库 %1：%2</translation>
    </message>
    <message>
        <source>You may not read the store %1. It belongs to %2: ask as that user, or let it give you a copy (callboardctl backup).</source>
        <translation>您无权读取话单库 %1。它属于 %2：请以该用户身份读取，或请其提供一份副本（callboardctl backup）。</translation>
    </message>
    <message>
        <source>The newest calls of the store %1 are in its log %2, which can&apos;t be read with it from here.</source>
        <translation>话单库 %1 的最新话单在其日志 %2 中，在这里无法一并读取。</translation>
    </message>
    <message>
        <source>Read the store as its owner (%3), or copy both files into a folder of your own and read them there.</source>
        <translation>请以所有者（%3）的身份读取，或将两个文件复制到自己的文件夹中再读取。</translation>
    </message>
    <message>
        <source>The store %1 has another name, under which it may be written, and what is done here has to be noted in it.</source>
        <translation>话单库 %1 还有另一个名称，可能正以该名称写入，而此处的操作必须记录在库中。</translation>
    </message>
    <message>
        <source>Nothing was shown or written.</source>
        <translation>未显示或写入任何内容。</translation>
    </message>
    <message>
        <source>Use that name.</source>
        <translation>请使用那个名称。</translation>
    </message>
    <message>
        <source>The store %1 can only be read by you, and what is done here has to be noted in it.</source>
        <translation>您只能读取话单库 %1，而此处的操作必须记录在库中。</translation>
    </message>
    <message>
        <source>Do it as the owner of the store; whatever is masked needs no note.</source>
        <translation>请以话单库所有者的身份操作；遮盖号码的内容无需记录。</translation>
    </message>
    <message>
        <source>The store %1 was written while it was read. What was read so far may not fit together: ask again.</source>
        <translation>读取期间话单库 %1 被写入，已读取的内容可能前后不一致：请重新读取。</translation>
    </message>
    <message>
        <source>The store %1 is being written by %2.</source>
        <translation>话单库 %1 正由 %2 写入。</translation>
    </message>
    <message>
        <source>A store has one writer at a time, and nothing was changed.</source>
        <translation>一个话单库同时只能由一个程序写入，未做任何更改。</translation>
    </message>
    <message>
        <source>End that program first (systemctl stop where it is a service) and try again, or choose another store.</source>
        <translation>请先结束该程序（若是系统服务，用 systemctl stop）再重试，或选择其他话单库。</translation>
    </message>
    <message>
        <source>The volume of the store %1 knows no locks, so that a second program could write into it unseen.</source>
        <translation>话单库 %1 所在的卷不支持文件锁，另一个程序可能在不被察觉的情况下写入。</translation>
    </message>
    <message>
        <source>Put the store on a local disk.</source>
        <translation>请将话单库放到本地磁盘上。</translation>
    </message>
    <message>
        <source>The store %1 can&apos;t be locked: %2.</source>
        <translation>无法锁定话单库 %1：%2。</translation>
    </message>
    <message>
        <source>Check that its folder exists, can be written and has space left.</source>
        <translation>请检查其文件夹是否存在、可写并有剩余空间。</translation>
    </message>
    <message>
        <source>The store %1 has %2 names (hard links). Under each of them a log of its own would be kept, and confirmed calls be lost.</source>
        <translation>话单库 %1 有 %2 个名称（硬链接）。每个名称下会各有一份日志，已确认的话单会因此丢失。</translation>
    </message>
    <message>
        <source>Remove the other names; &quot;find / -samefile %1&quot; lists them.</source>
        <translation>请删除其他名称；可用“find / -samefile %1”列出。</translation>
    </message>
    <message>
        <source>The store %1 has %2 names (hard links). The newest calls stand in a log beside one of them, and may be missing under the others.</source>
        <translation>话单库 %1 有 %2 个名称（硬链接）。最新话单在其中一个名称旁的日志里，用其他名称可能看不到。</translation>
    </message>
    <message>
        <source>The store %1 is being written under another name, as a file that is mounted alone. Its newest calls stand in the log beside that name and would be missing here.</source>
        <translation>话单库 %1 作为单独挂载的文件，正以另一个名称写入。最新话单在那个名称旁的日志里，在这里看不到。</translation>
    </message>
    <message>
        <source>Read it by that name.</source>
        <translation>请用那个名称读取。</translation>
    </message>
    <message>
        <source>The store %1 is replaced again and again.</source>
        <translation>话单库 %1 一再被替换。</translation>
    </message>
    <message>
        <source>The store %1 is damaged: %2.</source>
        <translation>话单库 %1 已损坏：%2。</translation>
    </message>
    <message>
        <source>&quot;callboardctl salvage --store %3 --output sqlite:NEW-FILE&quot; brings everything sound into a new store.</source>
        <translation>“callboardctl salvage --store %3 --output sqlite:NEW-FILE”可将完好的内容放入新的话单库。</translation>
    </message>
    <message>
        <source>%1 is not a database: %2.</source>
        <translation>%1 不是数据库：%2。</translation>
    </message>
    <message>
        <source>Choose another file. If it was a store, its beginning is damaged: &quot;callboardctl salvage --store %3 --output sqlite:NEW-FILE&quot; looks for what is left of it.</source>
        <translation>请选择其他文件。如果它曾是话单库，则其开头已损坏：“callboardctl salvage --store %3 --output sqlite:NEW-FILE”可查找其中尚存的内容。</translation>
    </message>
    <message>
        <source>%1 is a SQLite database of another program (it has the tables %2).</source>
        <translation>%1 是其他程序的 SQLite 数据库（其中有表 %2）。</translation>
    </message>
    <message>
        <source>%1 is a database of another program.</source>
        <translation>%1 是其他程序的数据库。</translation>
    </message>
    <message>
        <source>This store was made by a newer Callboard (schema step %1; this program knows %2).</source>
        <translation>此话单库由更新版本的话单看板建立（结构版本 %1；本程序支持到 %2）。</translation>
    </message>
    <message>
        <source>Install the newer version to open it.</source>
        <translation>请安装更新的版本再打开。</translation>
    </message>
    <message>
        <source>The schema step %1 is missing from this program.</source>
        <translation>本程序缺少结构步骤 %1。</translation>
    </message>
    <message>
        <source>The copy before the change of the tables, %1, could not be made: %2.</source>
        <translation>无法在更改表结构之前建立副本 %1：%2。</translation>
    </message>
    <message>
        <source>This store is not ready: open it once with callboard or callboardctl serve.</source>
        <translation>此话单库尚未就绪：请先用 callboard 或 callboardctl serve 打开一次。</translation>
    </message>
    <message>
        <source>The store can&apos;t promise to keep what it confirms (journal mode or synchronous writing refused).</source>
        <translation>话单库无法保证留住已确认的内容（日志模式或同步写入被拒绝）。</translation>
    </message>
    <message>
        <source>Put it on a local disk.</source>
        <translation>请将它放到本地磁盘上。</translation>
    </message>
    <message>
        <source>The store can be read, but not written.</source>
        <translation>话单库可以读取，但不能写入。</translation>
    </message>
    <message>
        <source>Check who owns its file and the log beside it (-wal), and that the disk is not mounted for reading only; then start again.</source>
        <translation>请检查其文件及旁边日志（-wal）的所有者，并确认磁盘没有以只读方式挂载；然后重新启动。</translation>
    </message>
    <message>
        <source>The disk did not take the new folder %1.</source>
        <translation>磁盘未能写入新文件夹 %1。</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be made: %2.</source>
        <translation>无法建立文件 %1：%2。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>This version keeps its calls in SQLite only.</source>
        <translation>此版本只能将话单保存在 SQLite 中。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a store.</source>
        <translation>“%1”不是话单库。</translation>
    </message>
    <message>
        <source>Give one like sqlite:/path/file.db.</source>
        <translation>请按 sqlite:/路径/文件.db 的形式指定。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no file.</source>
        <translation>“%1”没有指明文件。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Calls are kept since %1; earlier ones stay as counts, without figures of contacts</source>
        <translation>话单自 %1 起保留；更早的只保留统计数字，不含联系人指标</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>另一个进程</translation>
    </message>
    <message>
        <source>another program (process %1)</source>
        <translation>另一个程序（进程 %1）</translation>
    </message>
    <message>
        <source>it is no plain file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>There is no file %1</source>
        <translation>没有文件 %1</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file</source>
        <translation>%1 是文件夹，不是文件</translation>
    </message>
    <message>
        <source>%1 is a pipe, not a file</source>
        <translation>%1 是管道，不是文件</translation>
    </message>
    <message>
        <source>%1 is a socket, not a file</source>
        <translation>%1 是套接字，不是文件</translation>
    </message>
    <message>
        <source>%1 is a device, not a file</source>
        <translation>%1 是设备，不是文件</translation>
    </message>
    <message>
        <source>this is a device or a pipe</source>
        <translation>这是设备或管道</translation>
    </message>
    <message>
        <source>the file is empty, and all that is left is its log</source>
        <translation>文件是空的，只剩下日志</translation>
    </message>
    <message>
        <source>it is cut off, %1 of %2 pages are there</source>
        <translation>文件被截断，应有 %2 页，现有 %1 页</translation>
    </message>
    <message>
        <source>its list of tables can&apos;t be read</source>
        <translation>无法读取其表的清单</translation>
    </message>
    <message>
        <source>its counters can&apos;t be read</source>
        <translation>无法读取其计数器</translation>
    </message>
    <message>
        <source>it looks like a PDF document</source>
        <translation>看起来是 PDF 文档</translation>
    </message>
    <message>
        <source>it looks like a ZIP archive or a workbook</source>
        <translation>看起来是 ZIP 压缩包或工作簿</translation>
    </message>
    <message>
        <source>it looks like a compressed file (gzip)</source>
        <translation>看起来是压缩文件（gzip）</translation>
    </message>
    <message>
        <source>it looks like a compressed file (zstd)</source>
        <translation>看起来是压缩文件（zstd）</translation>
    </message>
    <message>
        <source>it looks like a compressed file (7z)</source>
        <translation>看起来是压缩文件（7z）</translation>
    </message>
    <message>
        <source>it looks like a JSON text</source>
        <translation>看起来是 JSON 文本</translation>
    </message>
    <message>
        <source>it looks like an HTML or XML text</source>
        <translation>看起来是 HTML 或 XML 文本</translation>
    </message>
    <message>
        <source>it looks like a text</source>
        <translation>看起来是文本</translation>
    </message>
    <message>
        <source>it begins with zeros</source>
        <translation>开头全是零</translation>
    </message>
    <message>
        <source>its first bytes are not those of SQLite</source>
        <translation>开头的字节不是 SQLite 的</translation>
    </message>
    <message>
        <source>the checksum differs</source>
        <translation>校验和不符</translation>
    </message>
    <message>
        <source>it can&apos;t be unpacked</source>
        <translation>无法解压</translation>
    </message>
    <message>
        <source>it holds %1 messages</source>
        <translation>其中有 %1 条报文</translation>
    </message>
    <message>
        <source>its messages are of another time</source>
        <translation>其中的报文属于另一个时间</translation>
    </message>
    <message>
        <source>%1 (in: %2)</source>
        <translation>%1（语句：%2）</translation>
    </message>
    <message>
        <source>New calls are refused, so that the platform sends them again.</source>
        <translation>新话单会被拒收，平台将重新发送。</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Reading was paused or took too long while calls kept coming in, so it was ended: the store&apos;s log would have filled the disk.</source>
        <translation>有话单不断写入时，读取被暂停或持续过久，因此已中止：否则话单库的日志会占满磁盘。</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>没有任何数据丢失。</translation>
    </message>
    <message>
        <source>Try again, with a shorter period, or into a file instead of a pipe.</source>
        <translation>请缩短时间范围，或改为输出到文件而不是管道，然后重试。</translation>
    </message>
    <message>
        <source>Another program holds the store&apos;s write lock until its transaction ends</source>
        <translation>另一个程序占用着话单库的写入锁，直到其事务结束</translation>
    </message>
    <message>
        <source>Another program holds the store&apos;s write lock until its transaction ends: %1</source>
        <translation>另一个程序占用着话单库的写入锁，直到其事务结束：%1</translation>
    </message>
    <message>
        <source>A file has reached the largest size that files may have here (ulimit -f, LimitFSIZE of a service, a quota)</source>
        <translation>有文件已达到此处允许的最大大小（ulimit -f、服务的 LimitFSIZE 或磁盘配额）</translation>
    </message>
    <message>
        <source>Writing goes on by itself once that program ends its transaction; close it if it does not.</source>
        <translation>该程序结束事务后会自动继续写入；如果一直不结束，请关闭该程序。</translation>
    </message>
    <message>
        <source>The disk is full: %1.</source>
        <translation>磁盘已满：%1。</translation>
    </message>
    <message>
        <source>Free some disk space.</source>
        <translation>请腾出一些磁盘空间。</translation>
    </message>
    <message>
        <source>Raise that limit; writing goes on by itself then.</source>
        <translation>请提高该上限，之后会自动继续写入。</translation>
    </message>
    <message>
        <source>The store&apos;s disk reports an error: %1.</source>
        <translation>话单库所在的磁盘报告错误：%1。</translation>
    </message>
    <message>
        <source>Look at the disk and its connection; writing goes on by itself once it works again.</source>
        <translation>请检查磁盘及其连接；恢复正常后会自动继续写入。</translation>
    </message>
    <message>
        <source>The store is damaged: %1.</source>
        <translation>话单库已损坏：%1。</translation>
    </message>
    <message>
        <source>New calls are refused, so that the platform sends them again. What is stored stays as it is.</source>
        <translation>新话单会被拒收，平台将重新发送。已存储的内容保持原样。</translation>
    </message>
    <message>
        <source>Stop this program, then bring everything sound into a new store: callboardctl salvage --store %2 --output sqlite:NEW-FILE</source>
        <translation>请停止本程序，再将完好的内容放入新的话单库：callboardctl salvage --store %2 --output sqlite:NEW-FILE</translation>
    </message>
    <message>
        <source>The store can&apos;t be written: %1.</source>
        <translation>无法写入话单库：%1。</translation>
    </message>
    <message>
        <source>Look at the rights of its file and folder, and whether the volume is mounted for reading only.</source>
        <translation>请检查其文件和文件夹的权限，以及该卷是否以只读方式挂载。</translation>
    </message>
    <message>
        <source>The store&apos;s files can&apos;t be opened: %1.</source>
        <translation>无法打开话单库的文件：%1。</translation>
    </message>
    <message>
        <source>Look whether its folder is still there, and at its rights.</source>
        <translation>请检查其文件夹是否还在，以及它的权限。</translation>
    </message>
    <message>
        <source>Nothing can be written to the store: %1.</source>
        <translation>无法向话单库写入任何内容：%1。</translation>
    </message>
    <message>
        <source>The store&apos;s file %1 was removed, renamed or replaced while this program writes it.</source>
        <translation>本程序写入期间，话单库的文件 %1 被删除、改名或替换。</translation>
    </message>
    <message>
        <source>Put the file back under its name, or stop this program and start it on the store that is to be written.</source>
        <translation>请将文件放回原处并恢复原名，或停止本程序，再用要写入的话单库启动。</translation>
    </message>
    <message>
        <source>The disk is full (%1 MB left).</source>
        <translation>磁盘已满（剩余 %1 MB）。</translation>
    </message>
    <message>
        <source>The store is closed.</source>
        <translation>话单库已关闭。</translation>
    </message>
    <message>
        <source>The messages are still kept.</source>
        <translation>报文仍然保留。</translation>
    </message>
    <message>
        <source>The change was not stored, all stays as it was: %1.</source>
        <translation>更改没有保存，一切保持原样：%1。</translation>
    </message>
    <message>
        <source>Message %1 of the journal is damaged (%2).</source>
        <translation>原始报文 %1 已损坏（%2）。</translation>
    </message>
    <message>
        <source>Messages %1 to %2 of the journal are damaged (%3).</source>
        <translation>原始报文 %1 至 %2 已损坏（%3）。</translation>
    </message>
    <message>
        <source>The journal can&apos;t be compressed: %1</source>
        <translation>无法压缩原始报文：%1</translation>
    </message>
    <message>
        <source>A journal segment is damaged.</source>
        <translation>一段原始报文已损坏。</translation>
    </message>
    <message>
        <source>A journal segment is damaged: %1</source>
        <translation>一段原始报文已损坏：%1</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许此操作</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备上没有剩余空间</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>只读文件系统</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备或资源忙</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符号链接层数过多</translation>
    </message>
    <message>
        <source>Invalid cross-device link</source>
        <translation>无法跨设备链接</translation>
    </message>
    <message>
        <source>database or disk is full</source>
        <translation>数据库或磁盘已满</translation>
    </message>
    <message>
        <source>disk I/O error</source>
        <translation>磁盘读写错误</translation>
    </message>
    <message>
        <source>database disk image is malformed</source>
        <translation>数据库文件内容已损坏</translation>
    </message>
    <message>
        <source>file is not a database</source>
        <translation>文件不是数据库</translation>
    </message>
    <message>
        <source>attempt to write a readonly database</source>
        <translation>试图写入只读的数据库</translation>
    </message>
    <message>
        <source>unable to open database file</source>
        <translation>无法打开数据库文件</translation>
    </message>
    <message>
        <source>database is locked</source>
        <translation>数据库已被锁定</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Two sentences of one paragraph</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Nothing was replaced.</source>
        <translation>未替换任何文件。</translation>
    </message>
    <message>
        <source>%1 is empty: there is nothing to bring.</source>
        <translation>%1 是空文件：没有可抢救的内容。</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>A salvage makes a new store: name another file.</source>
        <translation>抢救会建立新的话单库：请另取文件名。</translation>
    </message>
    <message>
        <source>The disk did not take the new store.</source>
        <translation>磁盘未能写入新的话单库。</translation>
    </message>
    <message>
        <source>The new store can&apos;t be named %1.</source>
        <translation>无法将新的话单库命名为 %1。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>The new store is at %1, but the disk did not take its name: %2.</source>
        <translation>新的话单库在 %1，但磁盘未能写入其名称：%2。</translation>
    </message>
    <message>
        <source>Nothing of a Callboard store was found in %1.</source>
        <translation>在 %1 中没有找到任何话单看板的内容。</translation>
    </message>
    <message>
        <source>It was not changed.</source>
        <translation>该文件未被更改。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be removed: %2.</source>
        <translation>无法删除 %1：%2。</translation>
    </message>
    <message>
        <source>The folder of %1 could not be written to the disk: %2.</source>
        <translation>无法将 %1 所在的文件夹写入磁盘：%2。</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read: %2.</source>
        <translation>无法读取文件 %1：%2。</translation>
    </message>
    <message>
        <source>The copy %1 could not be written: %2.</source>
        <translation>无法写入副本 %1：%2。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be put in the place of %2: %3.</source>
        <translation>无法用 %1 替换 %2：%3。</translation>
    </message>
    <message>
        <source>The new store %1 is in its place. The one before it is kept as %2, for it can&apos;t be named %3: %4.</source>
        <translation>新的话单库 %1 已就位。之前的话单库保留为 %2，因为无法将其命名为 %3：%4。</translation>
    </message>
    <message>
        <source>%1 is the store itself.</source>
        <translation>%1 就是话单库本身。</translation>
    </message>
    <message>
        <source>Name the copy that is to take its place.</source>
        <translation>请指定用来替换它的副本。</translation>
    </message>
    <message>
        <source>%1 has a log beside it: it is a store that is in use, or was not stopped cleanly, and not one whole file.</source>
        <translation>%1 旁边有日志：它是正在使用或未正常关闭的话单库，不是完整的单个文件。</translation>
    </message>
    <message>
        <source>Make a copy first: callboardctl backup --store %1 --output FILE.</source>
        <translation>请先制作副本：callboardctl backup --store %1 --output FILE。</translation>
    </message>
    <message>
        <source>%1 is no store of Callboard.</source>
        <translation>%1 不是话单看板的话单库。</translation>
    </message>
    <message>
        <source>%1 is damaged: %2.</source>
        <translation>%1 已损坏：%2。</translation>
    </message>
    <message>
        <source>Take another copy, or bring what is sound into a new store: callboardctl salvage --store sqlite:%1 --output sqlite:NEW-FILE</source>
        <translation>请使用其他副本，或将完好的内容放入新的话单库：callboardctl salvage --store sqlite:%1 --output sqlite:NEW-FILE</translation>
    </message>
    <message>
        <source>%1 is a database, but no store of Callboard.</source>
        <translation>%1 是数据库，但不是话单看板的话单库。</translation>
    </message>
    <message>
        <source>%1 was changed by another program: it has triggers or views.</source>
        <translation>%1 被其他程序更改过：其中有触发器或视图。</translation>
    </message>
    <message>
        <source>The copy %1 could not be finished.</source>
        <translation>未能完成副本 %1。</translation>
    </message>
    <message>
        <source>Name another file for the copy.</source>
        <translation>请为副本另选文件。</translation>
    </message>
    <message>
        <source>No copy can be written to %1: %2.</source>
        <translation>无法将副本写入 %1：%2。</translation>
    </message>
    <message>
        <source>Name a file for the copy.</source>
        <translation>请为副本指定文件。</translation>
    </message>
    <message>
        <source>The disk did not take the copy %1.</source>
        <translation>磁盘未能写入副本 %1。</translation>
    </message>
    <message>
        <source>The copy was made, but meanwhile there is a %1. It stays at %2.</source>
        <translation>副本已制作完成，但其间出现了 %1。副本保留在 %2。</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be searched: %2.</source>
        <translation>无法搜索文件 %1：%2。</translation>
    </message>
    <message>
        <source>The store is written to so fast that no moment of it could be read.</source>
        <translation>话单库写入太快，未能读取任何一个时刻的数据。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>What was known then can&apos;t be made any more. %1.</source>
        <translation>当时的数据已无法还原。%1。</translation>
    </message>
    <message>
        <source>Choose a later moment.</source>
        <translation>请选择更晚的时刻。</translation>
    </message>
    <message>
        <source>There is not enough room in %1 for what was known then: about %2 MB are needed, %3 MB are free.</source>
        <translation>%1 的空间不足，无法存放当时已知的数据：约需 %2 MB，剩余 %3 MB。</translation>
    </message>
    <message>
        <source>Free some, or set TMPDIR to a folder on a larger disk.</source>
        <translation>请腾出空间，或将 TMPDIR 设为较大磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>No folder for temporary files could be made in %1: %2.</source>
        <translation>无法在 %1 中建立临时文件夹：%2。</translation>
    </message>
    <message>
        <source>Set TMPDIR to a folder that can be written.</source>
        <translation>请将 TMPDIR 设为可写的文件夹。</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1（进程 %2）</translation>
    </message>
    <message>
        <source>%1 (process %2 on %3)</source>
        <translation>%1（%3 上的进程 %2）</translation>
    </message>
    <message>
        <source>The store %1 is mounted as a single file. The log with its newest calls is in the folder where the file comes from, and a second log here would cost confirmed calls.</source>
        <translation>话单库 %1 是作为单个文件挂载的。最新通话所在的日志位于该文件原来的文件夹中，在此处另建日志会丢失已确认的通话。</translation>
    </message>
    <message>
        <source>Mount the folder of the store instead of the file, or use the store where it is.</source>
        <translation>请挂载话单库所在的文件夹而不是单个文件，或在原位置使用该话单库。</translation>
    </message>
    <message>
        <source>The copy of %1 would be damaged, and so is the store: %2.</source>
        <translation>%1 的副本会是损坏的，话单库本身也已损坏：%2。</translation>
    </message>
    <message>
        <source>No copy was written, and an older one stays.</source>
        <translation>未写入副本，已有的旧副本保持不变。</translation>
    </message>
    <message>
        <source>The store %1 is on a volume of another computer or program (%2). When its connection or its server fails, confirmed calls can be lost.</source>
        <translation>话单库 %1 位于其他计算机或其他程序的卷上（%2）。其连接或服务端发生故障时，已确认的话单可能丢失。</translation>
    </message>
    <message>
        <source>Put the store on a disk of this computer, and only its backups on the other volume.</source>
        <translation>请把话单库放在本机磁盘上，该卷上只存放备份。</translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>%1 (%)</source>
        <translation>%1（%）</translation>
    </message>
    <message>
        <source>on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>off</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>TaskCells</name>
    <message>
        <source>&quot;%1&quot; is an error of the spreadsheet, or the column was too narrow when the file was saved.</source>
        <translation>“%1”是电子表格的错误值，或者保存时该列太窄。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has lost characters. Choose another encoding, or save the file as UTF-8.</source>
        <translation>“%1”中有字符丢失。请换一种编码，或把文件另存为 UTF-8。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is covered (***). Enter it in full.</source>
        <translation>“%1”被遮盖了（***）。请填写完整的内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a formula. Save the file with values.</source>
        <translation>“%1”是公式。请把文件存为数值。</translation>
    </message>
    <message>
        <source>The spreadsheet has rounded the number %1. Format the column as text and enter the task_id again.</source>
        <translation>电子表格把数字 %1 舍入了。请把该列设为文本格式，重新填写任务ID。</translation>
    </message>
    <message>
        <source>The spreadsheet has made a date or time of the task_id: %1. Format the column as text and enter it again.</source>
        <translation>电子表格把任务ID变成了日期或时间：%1。请把该列设为文本格式，重新填写。</translation>
    </message>
    <message>
        <source>The spreadsheet has changed the number of the task_id: %1. Format the column as text and enter it again.</source>
        <translation>电子表格改动了任务ID的数字：%1。请把该列设为文本格式，重新填写。</translation>
    </message>
</context>
<context>
    <name>TaskImport</name>
    <message>
        <source>Two columns are named %1. Remove one of them.</source>
        <translation>有两列都叫 %1，请删去一列。</translation>
    </message>
    <message>
        <source>%1 is longer than %2 characters.</source>
        <translation>%1 超过 %2 个字符。</translation>
    </message>
    <message>
        <source>%1 holds line breaks or control characters.</source>
        <translation>%1 含有换行或控制字符。</translation>
    </message>
    <message>
        <source>There is no task_id.</source>
        <translation>缺少 task_id（任务ID）。</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The task %1 stands in line %2 already.</source>
        <translation>任务 %1 在第 %2 行已经出现过。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no result code. Codes are numbers, such as 0 or 19.</source>
        <translation>“%1”不是结果码。结果码是数字，例如 0 或 19。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no list size. It is a whole number from 0 to 1,000,000,000.</source>
        <translation>“%1”不是名单数量，应为 0 到 1,000,000,000 的整数。</translation>
    </message>
    <message>
        <source>The file is larger than 8 MB; that is no list of campaigns.</source>
        <translation>文件超过 8 MB，不会是任务清单。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The file has more than 20,000 lines.</source>
        <translation>文件超过 20,000 行。</translation>
    </message>
    <message>
        <source>The file can&apos;t be read: %1</source>
        <translation>无法读取文件：%1</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; in the file, &quot;%3&quot; is taken.</source>
        <translation>%1：文件中为“%2”，取“%3”。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; counts as an empty cell.</source>
        <translation>%1：“%2”视为空单元格。</translation>
    </message>
    <message>
        <source>The list size</source>
        <translation>名单数量</translation>
    </message>
    <message>
        <source>The calling hours</source>
        <translation>呼叫时段</translation>
    </message>
    <message>
        <source>The success rule</source>
        <translation>成功规则</translation>
    </message>
    <message>
        <source>A quotation mark is not closed at the end of its cell.</source>
        <translation>有一个引号没有在单元格末尾配对。</translation>
    </message>
    <message>
        <source>The line has more cells than there are columns. A cell with a comma in it needs quotation marks.</source>
        <translation>这一行的单元格比列名多。含有逗号的单元格要加引号。</translation>
    </message>
    <message>
        <source>The file is no text in %1. Choose another encoding.</source>
        <translation>该文件不是 %1 文本，请换一种编码。</translation>
    </message>
    <message>
        <source>The file is no text in UTF-8, UTF-16, GBK or Big5. In the spreadsheet, save it as CSV.</source>
        <translation>该文件不是 UTF-8、UTF-16、GBK 或 Big5 文本。请在电子表格中另存为 CSV。</translation>
    </message>
    <message>
        <source>No line names the columns, one of them task_id. The first line says: %1</source>
        <translation>没有找到列名，其中要有 task_id（任务ID）。第一行是：%1</translation>
    </message>
    <message>
        <source>It stands above the names of the columns.</source>
        <translation>这一行在列名上方。</translation>
    </message>
    <message>
        <source>There is no campaign below the names of the columns.</source>
        <translation>列名下面没有任务。</translation>
    </message>
    <message>
        <source>The task_id</source>
        <translation>任务ID</translation>
    </message>
</context>
<context>
    <name>TaskLines</name>
    <message>
        <source>It names the columns again.</source>
        <translation>这一行又是列名。</translation>
    </message>
    <message>
        <source>It is a total.</source>
        <translation>这一行是合计。</translation>
    </message>
    <message>
        <source>It is a title, a signature or a remark.</source>
        <translation>这一行是标题、落款或备注。</translation>
    </message>
    <message>
        <source>It says how to fill in the columns.</source>
        <translation>这一行是填写说明。</translation>
    </message>
    <message>
        <source>It has neither a task_id nor anything else to import.</source>
        <translation>这一行没有任务ID，也没有其他可导入的内容。</translation>
    </message>
</context>
<context>
    <name>TaskList</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>List size</source>
        <translation>名单数量</translation>
    </message>
    <message>
        <source>Calling hours</source>
        <translation>呼叫时段</translation>
    </message>
    <message>
        <source>as the result codes say</source>
        <translation>按结果码的含义</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>%1 (until now: %2)</source>
        <translation>%1（原为：%2）</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Success rule</source>
        <translation>成功规则</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>TaskReport</name>
    <message>
        <source>Attempts and connected calls</source>
        <translation>外呼量与接通量</translation>
    </message>
    <message>
        <source>Connect rate and success rate</source>
        <translation>接通率与成功率</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>%1 message that a call names is not what the call took it for: an earlier version took recordings, dialogues and row indexes of null for parts of calls.</source>
        <translation>%1 条被话单引用的报文并非话单所认定的类型：较早的版本曾把录音、对话和值为 null 的行号当作话单的一部分。</translation>
    </message>
    <message>
        <source>%1 messages that calls name are not what the call took it for: an earlier version took recordings, dialogues and row indexes of null for parts of calls.</source>
        <translation>%1 条被话单引用的报文并非话单所认定的类型：较早的版本曾把录音、对话和值为 null 的行号当作话单的一部分。</translation>
    </message>
    <message>
        <source>%1 segment of the journal has no checksum, though written with one.</source>
        <translation>%1 段原始报文没有校验和，而写入时是有的。</translation>
    </message>
    <message>
        <source>%1 segments of the journal have no checksum, though written with one.</source>
        <translation>%1 段原始报文没有校验和，而写入时是有的。</translation>
    </message>
    <message>
        <source>Message %1 of the journal is not of the call that names it.</source>
        <translation>原始报文 %1 不属于引用它的话单。</translation>
    </message>
    <message>
        <source>The journal ends at message %1, but %2 were counted.</source>
        <translation>原始报文到第 %1 条为止，但计数为 %2 条。</translation>
    </message>
    <message>
        <source>A call names message %1, which the journal never had.</source>
        <translation>有话单引用了从未有过的原始报文 %1。</translation>
    </message>
    <message>
        <source>The journal holds %1 messages of the kind &quot;%2&quot;, but %3 were counted.</source>
        <translation>原始报文中有 %1 条类型为“%2”，但计数为 %3 条。</translation>
    </message>
    <message>
        <source>all calls</source>
        <translation>全部话单</translation>
    </message>
    <message>
        <source>calls that await their outcome</source>
        <translation>待回执话单</translation>
    </message>
    <message>
        <source>… and 1 more difference.</source>
        <translation>……还有 1 处差异。</translation>
    </message>
    <message>
        <source>… and %1 more differences.</source>
        <translation>……还有 %1 处差异。</translation>
    </message>
    <message>
        <source>%1 counts %2, and there are no such calls.</source>
        <translation>%1：统计为 %2，但没有这样的话单。</translation>
    </message>
    <message>
        <source>%1 counts %2 as its calls do, but other figures of it differ from theirs.</source>
        <translation>%1：统计为 %2，与话单一致，但其他数字与话单不符。</translation>
    </message>
    <message>
        <source>%1 counts %2, and its calls are %3.</source>
        <translation>%1：统计为 %2，而话单有 %3 条。</translation>
    </message>
    <message>
        <source>%1 is missing: its calls are %2.</source>
        <translation>缺少%1：话单有 %2 条。</translation>
    </message>
    <message>
        <source>The database file is damaged: %1</source>
        <translation>数据库文件已损坏：%1</translation>
    </message>
    <message>
        <source>outbound</source>
        <translation>外呼</translation>
    </message>
    <message>
        <source>inbound</source>
        <translation>呼入</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>basic message only</source>
        <translation>仅有基本报文</translation>
    </message>
    <message>
        <source>The count of the quarter hour from %1, campaign &quot;%2&quot;, result &quot;%3&quot; (%4)</source>
        <translation>自 %1 起的一刻钟、任务“%2”、结果“%3”（%4）的统计</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Contact %1</source>
        <translation>联系人 %1</translation>
    </message>
    <message>
        <source>Call %1 has no contact.</source>
        <translation>话单 %1 没有联系人。</translation>
    </message>
    <message>
        <source>Call %1 stands under a contact of another campaign.</source>
        <translation>话单 %1 归在另一个任务的联系人名下。</translation>
    </message>
    <message>
        <source>The counter of %1 is %2, and the calls give %3.</source>
        <translation>%1的计数为 %2，而按话单应为 %3。</translation>
    </message>
</context>
<context>
    <name>WallPainter</name>
    <message>
        <source>Campaign</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>结果分布</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
</context>
<context>
    <name>WallSlides</name>
    <message>
        <source>All campaigns</source>
        <translation>全部任务</translation>
    </message>
</context>
<context>
    <name>XlsxWriter</name>
    <message>
        <source>the disk did not take it (is it full?)</source>
        <translation>磁盘没有写入（是否已满？）</translation>
    </message>
    <message>
        <source> … [%1 more characters did not fit into the cell]</source>
        <translation> …［另有 %1 个字符放不进单元格］</translation>
    </message>
    <message>
        <source>About</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>to the second</source>
        <translation>精确到秒</translation>
    </message>
    <message>
        <source>Cells cut because a workbook holds 32,767 characters each</source>
        <translation>被截断的单元格数（工作簿每个单元格最多 32,767 个字符）</translation>
    </message>
</context>
<context>
    <name>callboard::AlertBanner</name>
    <message>
        <source>since %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>Show calls</source>
        <translation>查看话单</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>All alerts</source>
        <translation>全部告警</translation>
    </message>
</context>
<context>
    <name>callboard::AlertNotifier</name>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>Callboard: alert</source>
        <translation>话单看板：告警</translation>
    </message>
    <message>
        <source>Callboard: %1 alerts</source>
        <translation>话单看板：%1 条告警</translation>
    </message>
</context>
<context>
    <name>callboard::AlertRuleDialog</name>
    <message>
        <source>New alert rule</source>
        <translation>新建告警规则</translation>
    </message>
    <message>
        <source>Alert rule</source>
        <translation>告警规则</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>as what it watches</source>
        <translation>留空则与监控对象同名</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>监控对象</translation>
    </message>
    <message>
        <source>above</source>
        <translation>高于</translation>
    </message>
    <message>
        <source>below</source>
        <translation>低于</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Cleared at</source>
        <translation>恢复值</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>时间窗口</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Least number of calls</source>
        <translation>最少通数</translation>
    </message>
    <message>
        <source> calls</source>
        <translation> 通</translation>
    </message>
    <message>
        <source>Must hold for</source>
        <translation>须持续</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>all campaigns together</source>
        <translation>全部任务合计</translation>
    </message>
    <message>
        <source>each campaign by itself</source>
        <translation>各任务分别判断</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Used where no campaign has calling hours of its own.</source>
        <translation>所有任务都没有设置呼叫时段时使用。</translation>
    </message>
    <message>
        <source>Calling hours</source>
        <translation>呼叫时段</translation>
    </message>
    <message>
        <source>Must not be above the threshold, or the alert would clear while the figure is still bad.</source>
        <translation>不能高于阈值，否则指标仍异常时告警就会恢复。</translation>
    </message>
    <message>
        <source>Must not be below the threshold, or the alert would clear while the figure is still bad.</source>
        <translation>不能低于阈值，否则指标仍异常时告警就会恢复。</translation>
    </message>
    <message>
        <source>Choose at least one day.</source>
        <translation>请至少选择一天。</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>适用范围</translation>
    </message>
</context>
<context>
    <name>callboard::AlertsPage</name>
    <message>
        <source>%1 open, the newest %2 of %3 so far</source>
        <translation>%1 条未恢复，显示最新 %2 条，累计 %3 条</translation>
    </message>
    <message>
        <source>%1 open, %2 so far</source>
        <translation>%1 条未恢复，累计 %2 条</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Gives this ready-made rule back the thresholds that it came with</source>
        <translation>把这条预置规则恢复为出厂阈值</translation>
    </message>
    <message>
        <source>Deletes this rule; what it raised stays in the list</source>
        <translation>删除这条规则，已触发的告警仍保留在列表中</translation>
    </message>
    <message>
        <source>Raised alerts</source>
        <translation>已触发的告警</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Nothing was raised yet. The rules below watch over all calls, whatever the other pages show.</source>
        <translation>尚无告警。下面的规则始终监控全部话单，与其他页面显示的内容无关。</translation>
    </message>
    <message>
        <source>Raised alerts, open ones first</source>
        <translation>已触发的告警，未恢复的在前</translation>
    </message>
    <message>
        <source>Rules of the alerts</source>
        <translation>告警规则</translation>
    </message>
    <message>
        <source>Show calls</source>
        <translation>查看话单</translation>
    </message>
    <message>
        <source>The calls that the figure counts; of silence, those of the hour before it</source>
        <translation>该指标所统计的话单；无推送告警则为此前一小时的话单</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Somebody has seen it: the banner goes, the alert stays open until it clears</source>
        <translation>表示已有人看到：横幅消失，告警在恢复之前保持未恢复状态</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>全部确认</translation>
    </message>
    <message>
        <source>New rule…</source>
        <translation>新建规则…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Desktop notification</source>
        <translation>桌面通知</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>托盘图标</translation>
    </message>
    <message>
        <source>The window closes into the tray, and goes on receiving there</source>
        <translation>关闭窗口时收进托盘，并在那里继续接收</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export all alerts so far to a file</source>
        <translation>将至今的全部告警导出到文件</translation>
    </message>
    <message>
        <source>Export the rules to a file</source>
        <translation>将规则导出到文件</translation>
    </message>
</context>
<context>
    <name>callboard::CallTableModel</name>
    <message>
        <source>Click to sort by this, again to turn the order around</source>
        <translation>点击按此列排序，再次点击反向</translation>
    </message>
</context>
<context>
    <name>callboard::CallsChips</name>
    <message>
        <source>Remove: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>Click to remove this condition</source>
        <translation>点击移除此条件</translation>
    </message>
</context>
<context>
    <name>callboard::CallsDetail</name>
    <message>
        <source>All fields</source>
        <translation>全部字段</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Customer row</source>
        <translation>客户数据</translation>
    </message>
    <message>
        <source>Tries of this contact</source>
        <translation>此号码的各次外呼</translation>
    </message>
    <message>
        <source>Select a call to see its timeline, its customer row and its messages.</source>
        <translation>选择一条话单，查看其过程、客户数据和收到的消息。</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>过程</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>第几次</translation>
    </message>
    <message>
        <source>Hang-up time</source>
        <translation>挂断时间</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>外呼结果</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Basic message as received</source>
        <translation>收到的基本话单</translation>
    </message>
    <message>
        <source>Outbound message as received</source>
        <translation>收到的外呼话单</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>无号码</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>Basic message</source>
        <translation>基本话单</translation>
    </message>
    <message>
        <source>Outbound message</source>
        <translation>外呼话单</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>计算值</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>推送值</translation>
    </message>
    <message>
        <source>Pushed counts from</source>
        <translation>推送值的范围</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发送方</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>The call in a report, or what this tab shows; each table below has its own in its menu</source>
        <translation>将此话单导出为报表，或导出此标签页所示内容；下方各表的右键菜单中也有导出</translation>
    </message>
    <message>
        <source>Tries of this contact: the %1 of %2 that are next to this call</source>
        <translation>此号码的各次外呼：共 %2 次，这里是与本次通话相邻的 %1 次</translation>
    </message>
    <message>
        <source>This call&apos;s numbers, for a minute. A reveal is noted in the audit log</source>
        <translation>仅显示本通话的号码，持续一分钟。显示操作会记入审计日志</translation>
    </message>
    <message>
        <source>Cover this call&apos;s numbers</source>
        <translation>遮盖本通话的号码</translation>
    </message>
    <message>
        <source>Show this call&apos;s numbers</source>
        <translation>显示本通话的号码</translation>
    </message>
</context>
<context>
    <name>callboard::CallsFilterBar</name>
    <message>
        <source>Talk ≥ </source>
        <comment>before a number of seconds</comment>
        <translation>通话 ≥ </translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset the filter</source>
        <translation>重置筛选</translation>
    </message>
    <message>
        <source>Show all calls of the period and campaigns chosen above</source>
        <translation>显示上方所选时段和任务的全部话单</translation>
    </message>
    <message>
        <source>Any outcome class</source>
        <translation>全部结果类别</translation>
    </message>
    <message>
        <source>Outcome class</source>
        <translation>结果类别</translation>
    </message>
    <message>
        <source>Further conditions</source>
        <translation>更多条件</translation>
    </message>
</context>
<context>
    <name>callboard::CallsPage</name>
    <message>
        <source>Calls</source>
        <translation>话单</translation>
    </message>
    <message>
        <source>No call matches. Choose a longer period above, or reset the filter.</source>
        <translation>没有符合条件的话单。请在上方选择更长的时段，或重置筛选。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose the columns of the table</source>
        <translation>选择表格的列</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export these calls to a file</source>
        <translation>将这些话单导出到文件</translation>
    </message>
    <message>
        <source>Go to the newest calls</source>
        <translation>转到最新的话单</translation>
    </message>
    <message>
        <source>The list is paused while you read. Click, or press Escape in the table, to follow new calls again.</source>
        <translation>阅读时列表保持不动。点击此处，或在表格中按 Esc，继续跟随。</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>%1 / %2 条话单</translation>
    </message>
    <message>
        <source>1 call</source>
        <translation>1 条话单</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 条话单</translation>
    </message>
    <message>
        <source>1 new call</source>
        <translation>1 条新话单</translation>
    </message>
    <message>
        <source>%1 new calls</source>
        <translation>%1 条新话单</translation>
    </message>
    <message>
        <source>The filter is saved as “%1”.</source>
        <translation>筛选已保存为“%1”。</translation>
    </message>
    <message>
        <source>None in this period, %1 at other times: show</source>
        <translation>此时段没有，其他时间有 %1 通：显示</translation>
    </message>
    <message>
        <source>%1 more at other times: show</source>
        <translation>其他时间还有 %1 通：显示</translation>
    </message>
</context>
<context>
    <name>callboard::CallsResultPicker</name>
    <message>
        <source>All results</source>
        <translation>全部结果</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>Results: %1</source>
        <translation>外呼结果：%1</translation>
    </message>
    <message>
        <source>%1 results</source>
        <translation>%1 种结果</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>Click to remove this condition</source>
        <translation>点击移除此条件</translation>
    </message>
</context>
<context>
    <name>callboard::CallsSaved</name>
    <message>
        <source>Saved filters</source>
        <translation>已存筛选</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>保存当前筛选…</translation>
    </message>
    <message>
        <source>Rename or delete…</source>
        <translation>重命名或删除…</translation>
    </message>
</context>
<context>
    <name>callboard::CallsTableView</name>
    <message>
        <source>Reset columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>More than %1 calls are selected. Nothing was copied. Use Export instead.</source>
        <translation>选中了超过 %1 条话单，未复制。数量较多时请使用导出。</translation>
    </message>
    <message>
        <source>Only this campaign</source>
        <translation>只看此任务</translation>
    </message>
    <message>
        <source>Only calls awaiting their outcome</source>
        <translation>只看待回执的话单</translation>
    </message>
    <message>
        <source>Only this result</source>
        <translation>只看此结果</translation>
    </message>
    <message>
        <source>Only this called number</source>
        <translation>只看此被叫号码</translation>
    </message>
    <message>
        <source>Only answered calls</source>
        <translation>只看已接听的话单</translation>
    </message>
    <message>
        <source>Only calls not answered</source>
        <translation>只看未接听的话单</translation>
    </message>
    <message>
        <source>Only calls with anomalies</source>
        <translation>只看有异常的话单</translation>
    </message>
    <message>
        <source>Only this call</source>
        <translation>只看这条话单</translation>
    </message>
    <message>
        <source>Only this customer value</source>
        <translation>只看此客户数据</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>1 call copied.</source>
        <translation>已复制 1 条话单。</translation>
    </message>
    <message>
        <source>%1 calls copied.</source>
        <translation>已复制 %1 条话单。</translation>
    </message>
    <message>
        <source>%1 more were not loaded yet: scroll to them, or use Export.</source>
        <translation>另有 %1 条尚未载入：请滚动到该处，或使用导出。</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>This campaign</source>
        <translation>此任务</translation>
    </message>
    <message>
        <source>Calls awaiting their outcome</source>
        <translation>待回执的话单</translation>
    </message>
    <message>
        <source>This result</source>
        <translation>此结果</translation>
    </message>
    <message>
        <source>This called number</source>
        <translation>此被叫号码</translation>
    </message>
    <message>
        <source>Answered calls</source>
        <translation>已接听的话单</translation>
    </message>
    <message>
        <source>Calls not answered</source>
        <translation>未接听的话单</translation>
    </message>
    <message>
        <source>Outbound calls</source>
        <translation>外呼话单</translation>
    </message>
    <message>
        <source>Inbound calls</source>
        <translation>呼入话单</translation>
    </message>
    <message>
        <source>Erase this number…</source>
        <translation>清除此号码…</translation>
    </message>
</context>
<context>
    <name>callboard::CallsTimeline</name>
    <message>
        <source>Timeline of the call</source>
        <translation>通话过程</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>拨号</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>振铃</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>接听</translation>
    </message>
    <message>
        <source>Hang-up</source>
        <translation>挂断</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>接续</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>振铃</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>通话</translation>
    </message>
</context>
<context>
    <name>callboard::CampaignHeader</name>
    <message>
        <source>Calls without a task</source>
        <translation>无任务的话单</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>calling hours not set</source>
        <translation>未设置呼叫时段</translation>
    </message>
    <message>
        <source>success: %1</source>
        <translation>成功：%1</translation>
    </message>
    <message>
        <source>%1 of %2 contacts, %3</source>
        <translation>%1 / %2 个号码，%3</translation>
    </message>
    <message>
        <source>%1 contacts, list size unknown</source>
        <translation>%1 个号码，名单数量未知</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>Back to all campaigns</source>
        <translation>返回全部任务</translation>
    </message>
    <message>
        <source>Back to all campaigns (Escape)</source>
        <translation>返回全部任务（Esc）</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Edit the campaign</source>
        <translation>编辑任务</translation>
    </message>
    <message>
        <source>Name, list size, calling hours and success rule</source>
        <translation>名称、名单数量、呼叫时段与成功规则</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Contacts attempted at any time / list size of the task. Click for the last call of each.</source>
        <translation>历史上拨打过的号码数 / 任务名单数量。点击查看每个号码的最后一次通话。</translation>
    </message>
    <message>
        <source>Progress –: earlier calls are no longer kept</source>
        <translation>进度 –：较早的通话已不再保留</translation>
    </message>
</context>
<context>
    <name>callboard::CampaignHours</name>
    <message>
        <source>Attempts, by the hour of hang-up.</source>
        <translation>外呼量，按挂断时间。</translation>
    </message>
    <message>
        <source>Connect rate by weekday and hour</source>
        <translation>星期 × 小时接通率</translation>
    </message>
    <message>
        <source>Connect rate</source>
        <translation>接通率</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>外呼量</translation>
    </message>
    <message>
        <source>Connect rate in per cent, by the hour of hang-up; pale below %1 attempts.</source>
        <translation>接通率（百分比），按挂断时间；外呼不足 %1 次时颜色较浅。</translation>
    </message>
    <message>
        <source>Since %1: %2 attempts. Time zone: %3.</source>
        <translation>自 %1 起：外呼 %2 次。时区：%3。</translation>
    </message>
</context>
<context>
    <name>callboard::CampaignJourneys</name>
    <message>
        <source>%1 of %2 contacts, those called last first. Each field is one try; filled ones were answered.</source>
        <translation>%1 / %2 个号码，最近拨打的在前。每格为一次外呼，填色表示已接听。</translation>
    </message>
    <message>
        <source>Contacts and their tries</source>
        <translation>号码与各次外呼</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
</context>
<context>
    <name>callboard::CampaignLines</name>
    <message>
        <source>Lines compared</source>
        <translation>线路对比</translation>
    </message>
</context>
<context>
    <name>callboard::CampaignModel</name>
    <message>
        <source>Campaign</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>结果分布</translation>
    </message>
    <message>
        <source>Last push</source>
        <translation>最近推送</translation>
    </message>
    <message>
        <source>%1, task %2</source>
        <translation>%1，任务 %2</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Calls/min</source>
        <translation>通/分钟</translation>
    </message>
    <message>
        <source>%1 contacts tried. Enter the size of the campaign&apos;s list to see its progress.</source>
        <translation>已拨号码 %1 个。填写任务的名单数量后，此处显示进度。</translation>
    </message>
    <message>
        <source>%1 of %2 contacts of the list tried</source>
        <translation>名单 %2 个号码中已拨 %1 个</translation>
    </message>
    <message>
        <source>Mean of the last %1 whole minutes; the line shows the last hour</source>
        <translation>最近 %1 个整分钟的平均值；曲线为最近一小时</translation>
    </message>
    <message>
        <source>Contacts attempted / size of the campaign&apos;s list</source>
        <translation>已拨号码数 / 任务名单数量</translation>
    </message>
    <message>
        <source>Avg talk</source>
        <translation>平均通话</translation>
    </message>
    <message>
        <source>How many contacts were tried is not known: earlier calls are no longer kept.</source>
        <translation>已拨打的号码数无法得知：较早的通话已不再保留。</translation>
    </message>
</context>
<context>
    <name>callboard::CampaignOverview</name>
    <message>
        <source>Code and time_answer agree about every call.</source>
        <translation>所有话单的结果码与 time_answer 一致。</translation>
    </message>
    <message>
        <source>%1 calls where code and time_answer disagree are marked.</source>
        <translation>已标出结果码与 time_answer 不一致的 %1 条话单。</translation>
    </message>
    <message>
        <source>From attempt to success</source>
        <translation>从外呼到成功</translation>
    </message>
    <message>
        <source>Outcomes by result</source>
        <translation>结果分布</translation>
    </message>
    <message>
        <source>Calls and contacts</source>
        <translation>话单与号码</translation>
    </message>
    <message>
        <source>Result and answer</source>
        <translation>结果与接听</translation>
    </message>
</context>
<context>
    <name>callboard::CampaignPicker</name>
    <message>
        <source>All campaigns</source>
        <translation>全部任务</translation>
    </message>
    <message numerus="yes">
        <source>%n campaigns</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Campaigns that all pages show</source>
        <translation>所有页面显示的任务</translation>
    </message>
    <message>
        <source>Campaigns of this list alone</source>
        <translation>仅此列表的任务</translation>
    </message>
</context>
<context>
    <name>callboard::CampaignPivot</name>
    <message>
        <source>The calls of this period carry no customer columns (task_row_head).</source>
        <translation>该时段的话单没有客户字段（task_row_head）。</translation>
    </message>
    <message>
        <source>By a customer column</source>
        <translation>按客户字段</translation>
    </message>
    <message>
        <source>Customer column</source>
        <translation>客户字段</translation>
    </message>
    <message>
        <source>The customer column (task_row_head) whose values are compared</source>
        <translation>要比较的客户字段（task_row_head）</translation>
    </message>
</context>
<context>
    <name>callboard::CampaignTries</name>
    <message>
        <source>Estimated lost: %1</source>
        <translation>估计丢失：%1</translation>
    </message>
    <message>
        <source>Yield of each try</source>
        <translation>各次外呼的接通收益</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>外呼次数</translation>
    </message>
    <message>
        <source>From one try to the next</source>
        <translation>相邻两次外呼的结果变化</translation>
    </message>
    <message>
        <source>Rows: the result of a call; columns: the result of the same contact&apos;s next call in the period.</source>
        <translation>行：一次通话的结果；列：同一号码在该时段内下一次通话的结果。</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Contacts whose try n and n + 2 were seen, but not n + 1. Click for the calls after the gap.</source>
        <translation>有第 n 次和第 n + 2 次、却没有第 n + 1 次的号码。点击查看缺口之后的话单。</translation>
    </message>
</context>
<context>
    <name>callboard::CampaignView</name>
    <message>
        <source>The campaign could not be read: %1</source>
        <translation>无法读取该任务：%1</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>外呼次数</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Customer columns</source>
        <translation>客户字段</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Parts of the campaign</source>
        <translation>任务的各部分</translation>
    </message>
</context>
<context>
    <name>callboard::CampaignsMatrix</name>
    <message>
        <source>The campaigns could not be read: %1</source>
        <translation>无法读取任务：%1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Open the campaign</source>
        <translation>打开任务</translation>
    </message>
    <message>
        <source>Attempts by result</source>
        <translation>各结果外呼量</translation>
    </message>
    <message>
        <source>Contacts by result</source>
        <translation>各结果号码数</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>How many calls and contacts</source>
        <translation>话单与号码的数量</translation>
    </message>
    <message>
        <source>Share of the campaign&apos;s attempts or contacts</source>
        <translation>占该任务外呼量或号码数的比例</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>最后结果</translation>
    </message>
    <message>
        <source>Best result</source>
        <translation>最好结果</translation>
    </message>
    <message>
        <source>Each contact stands under the result of its last call in the period</source>
        <translation>每个号码归入该时段内最后一次通话的结果</translation>
    </message>
    <message>
        <source>Each contact stands under the result of its last connected call in the period, or of its last call where none was connected</source>
        <translation>每个号码归入该时段内最后一次接通通话的结果；从未接通的归入最后一次通话的结果</translation>
    </message>
    <message>
        <source>One above the other</source>
        <translation>上下排列</translation>
    </message>
    <message>
        <source>Attempts above contacts instead of beside them</source>
        <translation>外呼量在上、号码在下，而不是左右并排</translation>
    </message>
    <message>
        <source>Click a figure for its calls, a name for the campaign.</source>
        <translation>点击数字查看话单，点击名称打开任务。</translation>
    </message>
</context>
<context>
    <name>callboard::CampaignsPage</name>
    <message>
        <source>Campaigns</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>callboard::ChartActions</name>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Save the chart as a picture</source>
        <translation>将图表保存为图片</translation>
    </message>
    <message>
        <source>Picture not saved</source>
        <translation>图片未保存</translation>
    </message>
    <message>
        <source>the first call</source>
        <translation>最早的通话</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <translation>%1 至 %2（%3）</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>The picture could not be written to %1: %2. An older file of that name is unchanged. Choose a folder that you may write to.</source>
        <translation>图片无法写入 %1：%2。同名的旧文件保持不变。请选择有写入权限的文件夹。</translation>
    </message>
</context>
<context>
    <name>callboard::ChartPanel</name>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Chart menu</source>
        <translation>图表菜单</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Table, picture, clipboard, export</source>
        <translation>表格、图片、剪贴板、导出</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
</context>
<context>
    <name>callboard::ChartView</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>其余 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ChecklistDialog</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>请至少选择一项。</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>已选 %1 / %2</translation>
    </message>
</context>
<context>
    <name>callboard::ClockWarning</name>
    <message>
        <source>The clock is right…</source>
        <translation>时钟是对的…</translation>
    </message>
    <message>
        <source>The computer&apos;s clock</source>
        <translation>计算机时钟</translation>
    </message>
    <message>
        <source>Is it %1 now? If so, data that is older than the settings allow is permanently removed again.</source>
        <translation>现在是 %1 吗？确认后，超过设置保留期限的内容会重新开始被永久删除。</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>时钟是对的</translation>
    </message>
</context>
<context>
    <name>callboard::CloseQuestion</name>
    <message>
        <source>No push arrived in the last minute.</source>
        <translation>最近一分钟没有收到推送。</translation>
    </message>
    <message>
        <source>One push arrived in the last minute.</source>
        <translation>最近一分钟收到 1 次推送。</translation>
    </message>
    <message>
        <source>%1 pushes arrived in the last minute.</source>
        <translation>最近一分钟收到 %1 次推送。</translation>
    </message>
    <message>
        <source>Keep receiving without a window: Callboard goes on, starting it again shows the window, and &quot;callboard --quit&quot; ends it. After quitting, the platform&apos;s pushes fail until Callboard is started again.</source>
        <translation>不显示窗口并继续接收：话单看板继续运行，再次启动会显示窗口，用“callboard --quit”结束。退出之后，在再次启动之前平台的推送都会失败。</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Keep Receiving</source>
        <translation>继续接收</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Do this every time (Settings, Closing the window)</source>
        <translation>以后都这样做（设置 → 关闭窗口）</translation>
    </message>
</context>
<context>
    <name>callboard::CustomPeriodDialog</name>
    <message>
        <source>Custom period</source>
        <translation>自定义时段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>The end must be after the beginning.</source>
        <translation>结束时间必须晚于开始时间。</translation>
    </message>
</context>
<context>
    <name>callboard::Demo</name>
    <message>
        <source>The window opens…</source>
        <translation>正在打开窗口…</translation>
    </message>
    <message>
        <source>Callboard: demo</source>
        <translation>话单看板：演示</translation>
    </message>
    <message>
        <source>Two weeks of calls are made up, in a temporary store. Nobody is called.</source>
        <translation>正在临时话单库中生成两周的模拟通话，不会拨打任何号码。</translation>
    </message>
</context>
<context>
    <name>callboard::DetailTable</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>callboard::ExportList</name>
    <message>
        <source>Exports</source>
        <translation>导出队列</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已结束的</translation>
    </message>
    <message>
        <source>Clear finished exports</source>
        <translation>从列表中清除已结束的导出</translation>
    </message>
</context>
<context>
    <name>callboard::ExportRow</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open the file %1</source>
        <translation>打开文件 %1</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder of %1</source>
        <translation>打开 %1 所在的文件夹</translation>
    </message>
</context>
<context>
    <name>callboard::FieldForm</name>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>%1 至 %2 的整数。</translation>
    </message>
</context>
<context>
    <name>callboard::FigurePanel</name>
    <message>
        <source>Copy the whole table</source>
        <translation>复制整张表</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Copy, export</source>
        <translation>复制、导出</translation>
    </message>
    <message>
        <source>Table menu</source>
        <translation>表格菜单</translation>
    </message>
</context>
<context>
    <name>callboard::FigureTableView</name>
    <message>
        <source>Show these calls</source>
        <translation>查看这些话单</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>callboard::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>callboard::HelpDialog</name>
    <message>
        <source>Callboard: help</source>
        <translation>话单看板：帮助</translation>
    </message>
    <message>
        <source>Go to the filter of the page</source>
        <translation>进入本页的筛选</translation>
    </message>
    <message>
        <source>In a chart: move between bars, open the calls of a bar</source>
        <translation>在图表中：逐条移动，打开某一条的话单</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>本帮助</translation>
    </message>
    <message>
        <source>&lt;b&gt;What live means here.&lt;/b&gt; The platform pushes a call when it is over. A call appears within a second of its push; calls still going on can&apos;t be seen.</source>
        <translation>&lt;b&gt;这里的“实时”。&lt;/b&gt;平台在通话结束后推送话单，推送后一秒内即可看到；进行中的通话无法看到。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Every figure opens its calls.&lt;/b&gt; Click a tile, a bar or a campaign to see exactly the calls it counts. Hold the pointer over a figure for its definition.</source>
        <translation>&lt;b&gt;每个数字都能查到话单。&lt;/b&gt;点击数字卡片、图形或任务，即可看到它所统计的话单。将指针停在数字上可查看定义。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Awaiting outcome.&lt;/b&gt; The platform sends two messages per outbound call. Until the second one has arrived, the result is not known, and rates show their bounds.</source>
        <translation>&lt;b&gt;待回执。&lt;/b&gt;平台对每个外呼推送两条消息。第二条到达之前结果未知，比率会显示上下限。</translation>
    </message>
    <message>
        <source>The pages, from the top</source>
        <translation>各页面，从上到下</translation>
    </message>
    <message>
        <source>Open or close the wallboard; Esc closes it too</source>
        <translation>进入或退出大屏看板，Esc 也可退出</translation>
    </message>
    <message>
        <source>Callboard %1. Free software under the GNU GPL, version 3 or later.</source>
        <translation>话单看板 %1。自由软件，遵循 GNU GPL 第 3 版或更新版本。</translation>
    </message>
</context>
<context>
    <name>callboard::HoursField</name>
    <message>
        <source>Calling hours from</source>
        <translation>呼叫时段开始</translation>
    </message>
    <message>
        <source>Calling hours up to</source>
        <translation>呼叫时段结束</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language&apos;s code: names of weekdays follow it</comment>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>callboard::LiveFigures</name>
    <message>
        <source>No task</source>
        <translation>无任务</translation>
    </message>
</context>
<context>
    <name>callboard::LivePage</name>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>The figures could not be read: %1</source>
        <translation>无法读取数据：%1</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the campaigns to a file</source>
        <translation>将任务列表导出到文件</translation>
    </message>
</context>
<context>
    <name>callboard::MainWindow</name>
    <message>
        <source>Callboard</source>
        <translation>话单看板</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Files are still being written. Quit anyway? These exports are cancelled. Older files of the same names are not changed.</source>
        <translation>仍有文件正在写入。确定要退出吗？这些导出会被取消；原有的同名文件保持不变。</translation>
    </message>
    <message>
        <source>Callboard (demo)</source>
        <translation>话单看板（演示）</translation>
    </message>
</context>
<context>
    <name>callboard::ManageFiltersDialog</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>已存筛选</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A filter needs a name.</source>
        <translation>筛选需要一个名称。</translation>
    </message>
    <message>
        <source>Another filter already has this name.</source>
        <translation>已有同名的筛选。</translation>
    </message>
</context>
<context>
    <name>callboard::NavigationBar</name>
    <message>
        <source>%1, %2 new</source>
        <translation>%1，%2 条未确认</translation>
    </message>
</context>
<context>
    <name>callboard::NetworkDialog</name>
    <message>
        <source>Let other computers push</source>
        <translation>允许其他计算机推送</translation>
    </message>
    <message>
        <source>The receiver then listens on all addresses of this computer, and takes pushes only with a token. Settings, Receiver, changes both.</source>
        <translation>之后接收服务在本机所有地址上监听，并且只接受带令牌的推送。两者都可在“设置”的“接收”中更改。</translation>
    </message>
    <message>
        <source>Address that is copied</source>
        <translation>要复制的地址</translation>
    </message>
    <message>
        <source>Open and copy the address</source>
        <translation>开放并复制地址</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This computer has no address in a network.</source>
        <translation>本机没有网络地址。</translation>
    </message>
    <message>
        <source>Address of this computer that the platform reaches:</source>
        <translation>平台可以访问的本机地址：</translation>
    </message>
</context>
<context>
    <name>callboard::PeriodPicker</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>自定义…</translation>
    </message>
    <message>
        <source>Period: %1</source>
        <translation>时段：%1</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Of this list alone: %1. Choose a period to leave it.</source>
        <translation>仅此列表：%1。选择一个时段即可离开。</translation>
    </message>
</context>
<context>
    <name>callboard::Preferences</name>
    <message>
        <source>The token no longer exists.</source>
        <translation>令牌已经不在了。</translation>
    </message>
    <message>
        <source>No keyring is available.</source>
        <translation>这里没有密钥环。</translation>
    </message>
</context>
<context>
    <name>callboard::PrivacyGuard</name>
    <message>
        <source>Reveal numbers</source>
        <translation>显示号码</translation>
    </message>
    <message>
        <source>The settings do not allow revealing phone numbers and customer data.</source>
        <translation>本程序的设置不允许显示完整的电话号码和客户数据。</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show phone numbers and customer data of all %1 calls in full, on all pages? This is noted in the audit log.</source>
        <translation>要在所有页面完整显示全部 %1 条通话的电话号码和客户数据吗？此操作会记入审计日志。</translation>
    </message>
    <message>
        <source>Show phone numbers and customer data of this call in full, for a minute? This is noted in the audit log.</source>
        <translation>要完整显示本通话的电话号码和客户数据一分钟吗？此操作会记入审计日志。</translation>
    </message>
</context>
<context>
    <name>callboard::PushAddressField</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Copy with token</source>
        <translation>连同令牌复制</translation>
    </message>
    <message>
        <source>Copy the address with its token</source>
        <translation>复制带令牌的地址</translation>
    </message>
    <message>
        <source>Let other computers push…</source>
        <translation>允许其他计算机推送…</translation>
    </message>
    <message>
        <source>Only this computer reaches that address. A platform on another one needs an address of the network.</source>
        <translation>此地址只有本机能访问。其他计算机上的平台需要一个网络地址。</translation>
    </message>
    <message>
        <source>Address copied.</source>
        <translation>地址已复制。</translation>
    </message>
    <message>
        <source>Address copied with its token.</source>
        <translation>已复制带令牌的地址。</translation>
    </message>
    <message>
        <source>Address for the platform</source>
        <translation>提供给平台的地址</translation>
    </message>
    <message>
        <source>Addresses of this computer</source>
        <translation>本机的地址</translation>
    </message>
    <message>
        <source>The platform has to send the token with every push; without it, it is answered 401.</source>
        <translation>平台每次推送都须带上令牌，否则会得到 401。</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>未在监听</translation>
    </message>
    <message>
        <source>Other computers can push now. Address copied.</source>
        <translation>其他计算机现在可以推送。地址已复制。</translation>
    </message>
</context>
<context>
    <name>callboard::ReceiverAddress</name>
    <message>
        <source>Address for the platform</source>
        <translation>提供给平台的地址</translation>
    </message>
    <message>
        <source>Send a test push</source>
        <translation>发送测试推送</translation>
    </message>
    <message>
        <source>Sends the specification&apos;s own example to this address over HTTP, as the platform would</source>
        <translation>像平台一样，通过 HTTP 将规范自带的示例发送到此地址</translation>
    </message>
    <message>
        <source>no token required</source>
        <translation>不要求令牌</translation>
    </message>
    <message>
        <source>token required</source>
        <translation>要求令牌</translation>
    </message>
    <message>
        <source>plain HTTP</source>
        <translation>普通 HTTP</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>senders: any address that can reach it</source>
        <translation>来源：任何可以访问的地址</translation>
    </message>
    <message>
        <source>senders: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>senders: this computer only (loopback address)</source>
        <translation>来源：仅本机（回环地址）</translation>
    </message>
    <message>
        <source>bodies up to %1</source>
        <translation>消息体不超过 %1</translation>
    </message>
</context>
<context>
    <name>callboard::ReceiverControl</name>
    <message>
        <source>The receiver is closed, because its token can&apos;t be read. %1 Unlock the keyring and start Callboard again, or enter the token again in the settings.</source>
        <translation>无法读取令牌，因此接收已关闭。%1请解锁密钥环后重新启动话单看板，或在设置中重新填写令牌。</translation>
    </message>
    <message>
        <source>The stored token can&apos;t be read. Enter it again, or generate a new one.</source>
        <translation>无法读取已保存的令牌。请重新填写，或生成一个新的。</translation>
    </message>
    <message>
        <source>%1 The previous configuration can&apos;t be restored either: %2</source>
        <translation>%1原来的配置也无法重新打开：%2</translation>
    </message>
</context>
<context>
    <name>callboard::ReceiverFailures</name>
    <message>
        <source>Wrong tokens by address</source>
        <translation>按地址统计的错误令牌</translation>
    </message>
    <message>
        <source>shut out</source>
        <translation>已封禁</translation>
    </message>
    <message>
        <source>may try</source>
        <translation>可尝试</translation>
    </message>
    <message>
        <source>Banned so far: %1. Blocked while banned: %2; for too many connections of one address: %3; for too many connections in total: %4.</source>
        <translation>累计封禁：%1 次。封禁期间被拒：%2；因单个地址连接过多被拒：%3；因总连接过多被拒：%4。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Wrong or missing</source>
        <translation>错误或缺失</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Wrong and missing tokens since the start, addresses with the most first. After several in a row, answers to an address are delayed more and more; then it is banned for a while. Addresses on the allow-list are never banned.</source>
        <translation>自启动以来错误和缺失的令牌，次数最多的地址在前。连续多次后，该地址每次等待应答的时间更长，随后会被封禁一段时间；已列为发送方的地址不会被封禁。</translation>
    </message>
    <message>
        <source>No wrong or missing tokens since the start.</source>
        <translation>自启动以来没有出现错误或缺失的令牌。</translation>
    </message>
    <message>
        <source>Pushes to paths that are not the receiver&apos;s, answered 404: nothing of them is kept. Compare the address at the platform, down to the slash at its end.</source>
        <translation>推送到了其他路径，已回答 404，内容未保存。请核对平台上的地址，包括末尾的斜杠。</translation>
    </message>
    <message>
        <source>Pushes to other paths</source>
        <translation>推送到其他路径</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Pushes</source>
        <translation>推送</translation>
    </message>
    <message>
        <source>Wrong tokens and paths</source>
        <translation>错误的令牌和路径</translation>
    </message>
    <message>
        <source>Wrong tokens and paths (%1)</source>
        <translation>错误的令牌和路径（%1）</translation>
    </message>
</context>
<context>
    <name>callboard::ReceiverPage</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Answers by status</source>
        <translation>各状态应答数</translation>
    </message>
    <message>
        <source>Messages since the start</source>
        <translation>启动以来的消息</translation>
    </message>
    <message>
        <source>Completeness of outbound calls</source>
        <translation>外呼话单的完整性</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Messages per minute</source>
        <translation>每分钟消息数</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>No message in the last hour since the program was started.</source>
        <translation>程序启动以来，最近一小时没有收到消息。</translation>
    </message>
    <message>
        <source>Per second now</source>
        <translation>当前每秒条数</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>… basic / outbound</source>
        <translation>其中基本 / 外呼</translation>
    </message>
    <message>
        <source>… of them repeated</source>
        <translation>其中重复</translation>
    </message>
    <message>
        <source>Refused and kept</source>
        <translation>已拒绝并保留</translation>
    </message>
    <message>
        <source>Waiting in the queue</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Connections open / so far</source>
        <translation>连接数：当前 / 累计</translation>
    </message>
    <message>
        <source>Blocked by the allow-list</source>
        <translation>被白名单拒绝</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>writable</source>
        <translation>可写</translation>
    </message>
    <message>
        <source>success</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>wrong token</source>
        <translation>令牌错误</translation>
    </message>
    <message>
        <source>address not allowed</source>
        <translation>地址不允许</translation>
    </message>
    <message>
        <source>other path</source>
        <translation>路径不符</translation>
    </message>
    <message>
        <source>other method</source>
        <translation>方法不符</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>过慢</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>请稍后再试</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>尚未应答</translation>
    </message>
    <message>
        <source>Both messages</source>
        <translation>两条齐全</translation>
    </message>
    <message>
        <source>Basic only</source>
        <translation>仅基本话单</translation>
    </message>
    <message>
        <source>Outbound only</source>
        <translation>仅外呼话单</translation>
    </message>
    <message>
        <source>Inbound calls</source>
        <translation>呼入</translation>
    </message>
    <message>
        <source>Answer times and lags</source>
        <translation>应答用时与延迟</translation>
    </message>
    <message>
        <source>Answer: from a push&apos;s last byte to &quot;success&quot;, which leaves only once the push is stored durably; since the start. Delivery lag: arrival − hang-up. Pairing lag: arrival of the second message − arrival of the first. Lags are of the newest %1 calls in the period and campaigns chosen above.</source>
        <translation>应答：自推送的最后一个字节至回复“success”，落盘之后才会回复；自启动起。送达延迟：到达时间 − 挂断时间。配对延迟：第二条消息的到达时间 − 第一条的到达时间。延迟取自上方所选时段与任务中最新的 %1 通通话。</translation>
    </message>
    <message>
        <source>In the period and campaigns chosen above: which of the two messages have come. Click for the calls.</source>
        <translation>上方所选时段与任务中，两条消息到齐的情况。点击查看话单。</translation>
    </message>
    <message>
        <source>n</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>最近消息</translation>
    </message>
    <message>
        <source>Refused messages</source>
        <translation>被拒消息</translation>
    </message>
    <message>
        <source>Refused messages (%1)</source>
        <translation>被拒消息（%1）</translation>
    </message>
    <message>
        <source>In the last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Delivery lag</source>
        <translation>送达延迟</translation>
    </message>
    <message>
        <source>Pairing lag</source>
        <translation>配对延迟</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>50% within</source>
        <translation>50% 不超过</translation>
    </message>
    <message>
        <source>95% within</source>
        <translation>95% 不超过</translation>
    </message>
    <message>
        <source>99% within</source>
        <translation>99% 不超过</translation>
    </message>
    <message>
        <source>&gt; %1 ms</source>
        <translation>&gt; %1 毫秒</translation>
    </message>
    <message>
        <source>≤ %1 ms</source>
        <translation>≤ %1 毫秒</translation>
    </message>
    <message>
        <source>Also accepted: %1</source>
        <translation>另外接收：%1</translation>
    </message>
</context>
<context>
    <name>callboard::ReceiverPushes</name>
    <message>
        <source>The last messages, newest first</source>
        <translation>最近的消息，新的在前</translation>
    </message>
    <message>
        <source>Body of the message</source>
        <translation>消息体</translation>
    </message>
    <message>
        <source>Select a message to see its body.</source>
        <translation>选择一条消息以查看消息体。</translation>
    </message>
    <message>
        <source>No messages yet. The latest ones are shown here.</source>
        <translation>尚无消息。最近收到的消息会随到随显示在这里。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the last messages to a file</source>
        <translation>将最近的消息导出到文件</translation>
    </message>
</context>
<context>
    <name>callboard::ReceiverRefused</name>
    <message>
        <source>Refused messages, newest first</source>
        <translation>被拒绝的消息，最新的在前</translation>
    </message>
    <message>
        <source>Body of the refused message</source>
        <translation>被拒绝消息的内容</translation>
    </message>
    <message>
        <source>Select a message to see its body.</source>
        <translation>选择一条消息查看其内容。</translation>
    </message>
    <message>
        <source>Replay selected</source>
        <translation>重放所选</translation>
    </message>
    <message>
        <source>Process the selected messages again, for instance after an update that accepts them</source>
        <translation>重新读取所选消息，例如在更新后已能识别时</translation>
    </message>
    <message>
        <source>Replay all</source>
        <translation>全部重放</translation>
    </message>
    <message>
        <source>No refused messages. Messages that can&apos;t be read are kept here with the reason, and can be replayed.</source>
        <translation>没有。无法读取的消息会连同原因保留在此，并可重放。</translation>
    </message>
    <message>
        <source>Replaying…</source>
        <translation>正在重放…</translation>
    </message>
    <message>
        <source>Replayed: %1 accepted, %2 refused again and kept.</source>
        <translation>已重放：接受 %1 条，再次拒绝并保留 %2 条。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the refused messages to a file</source>
        <translation>将被拒消息导出到文件</translation>
    </message>
    <message>
        <source>Not JSON: all numbers are masked, and so are the customer row and whatever follows the name of a personal column. Other words can&apos;t be distinguished and are shown.</source>
        <translation>这不是 JSON：所有号码、整个客户数据行以及个人信息列名之后的内容均已遮盖；其余文字无法区分，照原样显示。</translation>
    </message>
</context>
<context>
    <name>callboard::ReportList</name>
    <message>
        <source>The table or chart as it was shown</source>
        <translation>当时显示的表格或图表</translation>
    </message>
</context>
<context>
    <name>callboard::ReportMaker</name>
    <message>
        <source>%1, as it was shown at %2</source>
        <translation>%1，%2 显示的内容</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>What and how</source>
        <translation>内容与方式</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Shows a preview first</source>
        <translation>先预览页面</translation>
    </message>
    <message>
        <source>Make a schedule…</source>
        <translation>设为定时…</translation>
    </message>
    <message>
        <source>Makes this report regularly, with these options</source>
        <translation>按这些选项定期生成此报表</translation>
    </message>
    <message>
        <source>The file will contain phone numbers and customer data in full. This is noted in the audit log. Export them unmasked?</source>
        <translation>其中将包含完整的电话号码和客户数据，并记入审计日志。确定不遮盖地导出吗？</translation>
    </message>
    <message>
        <source>%1 rows are too many for a print preview. Export them as PDF, or choose a shorter period.</source>
        <translation>%1 行太多，无法预览后打印。请导出为 PDF，或选择较短的时段。</translation>
    </message>
    <message>
        <source>printed: %1</source>
        <translation>已打印：%1</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. Create it, or choose another one.</source>
        <translation>没有文件夹 %1。请新建它，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>You do not have permission to write to %1. Choose another folder.</source>
        <translation>没有写入 %1 的权限。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The file %1 already exists. Replace it?</source>
        <translation>文件 %1 已存在。要替换它吗？</translation>
    </message>
    <message>
        <source>Another export is still writing this file. Choose another name.</source>
        <translation>导出到此文件的另一任务尚未完成，请换一个文件名。</translation>
    </message>
    <message>
        <source>The rows are still being counted. Print again in a moment.</source>
        <translation>行数还在统计中，请稍后再打印。</translation>
    </message>
</context>
<context>
    <name>callboard::ReportOptions</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>全部 %1 列</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2 列</translation>
    </message>
    <message>
        <source>Phone numbers and masked customer columns; noted in the audit log</source>
        <translation>电话号码和被遮盖的客户列；记入审计日志</translation>
    </message>
    <message>
        <source>The privacy settings do not allow it.</source>
        <translation>隐私设置不允许。</translation>
    </message>
    <message>
        <source>in full, as they were shown</source>
        <translation>完整（与显示时相同）</translation>
    </message>
    <message>
        <source>masked, as they were shown</source>
        <translation>已遮盖（与显示时相同）</translation>
    </message>
    <message>
        <source>Columns of the report</source>
        <translation>报表的列</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Result codes</source>
        <translation>结果码</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>数据时点</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the columns of the report</source>
        <translation>选择报表的列</translation>
    </message>
    <message>
        <source>in full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Write numbers in full</source>
        <translation>写入完整号码</translation>
    </message>
    <message>
        <source>as on</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>As known at a moment of the past</source>
        <translation>按过去某一时刻已知的数据</translation>
    </message>
    <message>
        <source>Only what had arrived by then: the report as it would have been at that time</source>
        <translation>只含当时已到达的消息：与当时生成的报表一致</translation>
    </message>
    <message>
        <source>Moment of which the report knows</source>
        <translation>报表数据的时点</translation>
    </message>
    <message>
        <source>as defined today</source>
        <translation>按今天的含义</translation>
    </message>
    <message>
        <source>as defined at the time</source>
        <translation>按当时的含义</translation>
    </message>
    <message>
        <source>Which settings of the result codes count: today&apos;s, or those of the day of each call</source>
        <translation>采用结果码的哪种设置：今天的，还是每通呼叫当时的</translation>
    </message>
    <message>
        <source>the %1 most important of %2</source>
        <translation>%2 列中最有用的 %1 列</translation>
    </message>
    <message>
        <source>Pages show %1 columns. All chosen columns are printed.</source>
        <translation>页面上只显示 %1 列；选中的列会全部打印</translation>
    </message>
</context>
<context>
    <name>callboard::ReportPreviewPanel</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1, the first %2 shown</source>
        <translation>%1，显示前 %2 行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No rows. Choose a longer period above, or remove a filter condition.</source>
        <translation>没有数据。请在上方选择更长的时段，或去掉某个限制。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The first rows of the report</source>
        <translation>报表的前几行</translation>
    </message>
    <message>
        <source>Tables of the report</source>
        <translation>报表中的表</translation>
    </message>
    <message>
        <source>Description of the report</source>
        <translation>报表说明</translation>
    </message>
</context>
<context>
    <name>callboard::ReportSchedules</name>
    <message>
        <source>Delete the schedule %1? Its files and its history are kept.</source>
        <translation>删除定时报表 %1？已生成的文件和历史记录会保留。</translation>
    </message>
    <message>
        <source>Making %1: %2 of %3 rows</source>
        <translation>正在生成 %1：%2 / %3 行</translation>
    </message>
    <message>
        <source>Making %1…</source>
        <translation>正在生成 %1…</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>定时报表</translation>
    </message>
    <message>
        <source>Run history</source>
        <translation>运行历史</translation>
    </message>
    <message>
        <source>No schedules yet. A schedule makes a report regularly, such as yesterday&apos;s calls every morning, while this program or callboardctl serve runs.</source>
        <translation>还没有。定时报表会定期生成，例如每天早上生成昨天的呼叫；需要本程序或 callboardctl serve 在运行。</translation>
    </message>
    <message>
        <source>Schedules of reports</source>
        <translation>定时报表</translation>
    </message>
    <message>
        <source>Run history, newest first</source>
        <translation>运行历史，最新的在前</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>New schedule</source>
        <translation>新建定时报表</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>立即运行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>取消运行</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>A schedule has its own period. A single call or contact, ranges of time and a past moment are not taken from this report.</source>
        <translation>定时报表按自己的时段反复生成：此报表中的单条话单或单个联系人、时间段限制及过去时点不会沿用。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the list of schedules to a file</source>
        <translation>将定时报表列表导出到文件</translation>
    </message>
    <message>
        <source>Export the complete run history to a file</source>
        <translation>将全部运行历史导出到文件</translation>
    </message>
</context>
<context>
    <name>callboard::ReportSubject</name>
    <message>
        <source>Today, from %1 on</source>
        <translation>今天，自 %1 起</translation>
    </message>
    <message>
        <source>The last 15 minutes, from %1 on</source>
        <translation>最近 15 分钟，自 %1 起</translation>
    </message>
    <message>
        <source>The last hour, from %1 on</source>
        <translation>最近 1 小时，自 %1 起</translation>
    </message>
    <message>
        <source>The last 24 hours, from %1 on</source>
        <translation>最近 24 小时，自 %1 起</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>昨天，%1</translation>
    </message>
    <message>
        <source>The last 7 days, from %1 on</source>
        <translation>最近 7 天，自 %1 起</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Period and campaigns are chosen at the top, for all pages.</source>
        <translation>时段和任务在顶部选择，对所有页面有效。</translation>
    </message>
</context>
<context>
    <name>callboard::ReportTarget</name>
    <message>
        <source>Choose a folder first.</source>
        <translation>请先选择文件夹。</translation>
    </message>
    <message>
        <source>Enter the full path of the folder, such as %1.</source>
        <translation>文件夹必须是完整路径，例如 %1。</translation>
    </message>
    <message>
        <source>Enter a file name without a path. The folder is above.</source>
        <translation>文件名中不能包含路径；文件夹在上面填写。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>要写入的文件夹</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>要写入的文件</translation>
    </message>
</context>
<context>
    <name>callboard::ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Make a file</source>
        <translation>生成文件</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>定时报表</translation>
    </message>
    <message>
        <source>Parts of the reports</source>
        <translation>报表的各部分</translation>
    </message>
</context>
<context>
    <name>callboard::ResultCodeEditor</name>
    <message>
        <source>Result code %1: %2</source>
        <translation>结果码 %1：%2</translation>
    </message>
    <message>
        <source>What the code meant</source>
        <translation>该结果码以往的含义</translation>
    </message>
    <message>
        <source>What it meant until now</source>
        <translation>至今的含义</translation>
    </message>
    <message>
        <source>As shipped…</source>
        <translation>恢复默认…</translation>
    </message>
    <message>
        <source>from now on</source>
        <translation>从现在起</translation>
    </message>
    <message>
        <source>from a date on</source>
        <translation>从某个日期起</translation>
    </message>
    <message>
        <source>for all of time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Word in Chinese</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Empty: the specification&apos;s.</source>
        <translation>不填：协议中的名称。</translation>
    </message>
    <message>
        <source>Word in English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Empty: the shipped one.</source>
        <translation>不填：默认名称。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Sets the colour and the position in charts.</source>
        <translation>决定颜色和在图表中的位置。</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Success counts in campaigns without codes of their own; line faults and bad numbers have figures of their own.</source>
        <translation>“成功”用于没有自定结果码的任务；线路故障和坏号有各自的指标。</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>Figures are updated at once. Reports can use the definitions of their time, or today&apos;s.</source>
        <translation>指标立即随之变化。过去的报表可按当时或今天的含义生成。</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Until the next change that is listed below.</source>
        <translation>到下面所列的下一次更改为止。</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>最多 %1 个字符。</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Remove all changes of code %1, for all dates? All figures are updated at once.</source>
        <translation>要清除对结果码 %1 的全部更改吗？所有指标会立即随之变化。</translation>
    </message>
    <message>
        <source>Not saved. The code is not changed. %1</source>
        <translation>没有保存，该结果码的含义保持不变。%1</translation>
    </message>
</context>
<context>
    <name>callboard::SalvageDialog</name>
    <message>
        <source>Callboard: salvage</source>
        <translation>Callboard：抢救</translation>
    </message>
    <message>
        <source>%1 now holds %2 calls (%3 of them made again from their messages), %4 messages as received, and %5 other rows. The damaged store is as it was.</source>
        <translation>%1 现有 %2 条话单（其中 %3 条由原始报文重新生成）、%4 条原始报文和 %5 行其他数据。损坏的话单库保持原样。</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>没有缺失。</translation>
    </message>
    <message>
        <source>What is missing, or may be:</source>
        <translation>缺失或可能缺失的内容：</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺失的内容</translation>
    </message>
    <message>
        <source>Open the new store</source>
        <translation>使用新话单库继续</translation>
    </message>
</context>
<context>
    <name>callboard::SaveFilterDialog</name>
    <message>
        <source>Save this filter</source>
        <translation>保存当前筛选</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>筛选名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A filter of this name exists. Saving replaces it.</source>
        <translation>已有同名筛选，保存将替换它。</translation>
    </message>
    <message>
        <source>The conditions, the period and the campaigns are saved as currently selected.</source>
        <translation>保存当前所选的条件、时段与任务。</translation>
    </message>
</context>
<context>
    <name>callboard::ScheduleDialog</name>
    <message>
        <source>New schedule</source>
        <translation>新建定时报表</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>定时报表</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the campaigns of the report</source>
        <translation>选择报表的任务</translation>
    </message>
    <message>
        <source>only %1 chosen columns</source>
        <translation>只含所选的 %1 列</translation>
    </message>
    <message>
        <source>in full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A name, such as “Morning figures”.</source>
        <translation>便于辨认的名称，例如“早报”。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Not checked: all columns.</source>
        <translation>不勾选：全部列。</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>The calls it contains, relative to the time at which it is made.</source>
        <translation>包含哪些呼叫，以生成时刻为准。</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>On these days</source>
        <translation>在这些日子</translation>
    </message>
    <message>
        <source>On this day</source>
        <translation>在这一天</translation>
    </message>
    <message>
        <source>In shorter months on their last day.</source>
        <translation>较短的月份在最后一天。</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Time zone: %1. Missed runs are made when the program runs again.</source>
        <translation>时区：%1。错过的运行会在程序再次运行时补上。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Phone numbers and masked columns. Each run is then noted in the audit log.</source>
        <translation>电话号码和被遮盖的列。每次运行都会记入审计日志。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Must exist when the report is made.</source>
        <translation>生成报表时必须存在。</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>May contain %1.</source>
        <translation>可包含 %1。</translation>
    </message>
    <message>
        <source>language of the program</source>
        <translation>与程序相同</translation>
    </message>
    <message>
        <source>all, including future ones</source>
        <translation>全部，包括以后的</translation>
    </message>
    <message>
        <source>%1 campaigns</source>
        <translation>%1 个任务</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Campaigns of the report</source>
        <translation>报表的任务</translation>
    </message>
    <message>
        <source>only some</source>
        <translation>仅部分</translation>
    </message>
    <message>
        <source>as defined at the time</source>
        <translation>按当时的含义</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>话单</translation>
    </message>
    <message>
        <source>%1. Not checked: all calls.</source>
        <translation>%1。不勾选：全部话单。</translation>
    </message>
    <message>
        <source>Result codes</source>
        <translation>结果码</translation>
    </message>
    <message>
        <source>Not checked: as defined on the day it is made.</source>
        <translation>不勾选：按生成当天的含义。</translation>
    </message>
</context>
<context>
    <name>callboard::ScheduleRunner</name>
    <message>
        <source>Callboard was closed while the report was made. An older file of that name is unchanged.</source>
        <translation>生成报表时话单看板被关闭。同名的旧文件保持不变。</translation>
    </message>
    <message>
        <source>Callboard ended before the report was complete. An older file of that name is unchanged.</source>
        <translation>报表完成之前话单看板已退出。同名的旧文件保持不变。</translation>
    </message>
    <message>
        <source>The report &quot;%1&quot; could not be begun, because its history can&apos;t be written: %2</source>
        <translation>无法开始生成报表“%1”，因为无法写入其历史记录：%2</translation>
    </message>
    <message>
        <source>Cancelled. An older file of that name is unchanged.</source>
        <translation>已取消。同名的旧文件保持不变。</translation>
    </message>
    <message>
        <source>The history of reports can&apos;t be written: %1</source>
        <translation>无法写入报表的历史记录：%1</translation>
    </message>
    <message numerus="yes">
        <source>The report was not complete after %n minutes and was ended. An older file of that name is unchanged. Choose a shorter period or fewer campaigns, and see whether the disk answers.</source>
        <translation>
            <numerusform>报表在 %n 分钟后仍未完成，已被终止。同名的旧文件保持不变。请选择更短的时段或更少的任务，并检查磁盘是否有响应。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::SessionKeeper</name>
    <message>
        <source>Cancelled. The store is as it was.</source>
        <translation>已取消。话单库保持原样。</translation>
    </message>
    <message>
        <source>The store is as it was.</source>
        <translation>话单库保持原样。</translation>
    </message>
    <message>
        <source>Callboard: restore</source>
        <translation>Callboard：恢复</translation>
    </message>
    <message>
        <source>The copy is checked and put in the store&apos;s place. Pushes are not confirmed meanwhile; the platform sends them again.</source>
        <translation>正在检查副本并将其放到话单库的位置。期间推送不会得到确认，平台会重新发送。</translation>
    </message>
    <message>
        <source>The store before is kept as %1.</source>
        <translation>之前的话单库保留为 %1。</translation>
    </message>
    <message>
        <source>The figures of the copy differ from its calls, so that it was not restored; the store is as it was. Restore it all the same?</source>
        <translation>副本的统计数字与其话单不一致，因此未恢复；话单库保持原样。仍要恢复吗？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The copy was not restored; the store is as it was.</source>
        <translation>副本未恢复；话单库保持原样。</translation>
    </message>
    <message>
        <source>The store is opened…</source>
        <translation>正在打开话单库…</translation>
    </message>
    <message>
        <source>%1 calls were restored from %2.</source>
        <translation>已从 %2 恢复 %1 条话单。</translation>
    </message>
</context>
<context>
    <name>callboard::SettingsAppearance</name>
    <message>
        <source>Appearance and language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Takes effect at once, also for new reports.</source>
        <translation>立即生效，此后生成的报表也使用该语言。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Takes effect at once. The wallboard is always dark.</source>
        <translation>立即生效。大屏始终为深色。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Screen of the wallboard</source>
        <translation>大屏所用的屏幕</translation>
    </message>
    <message>
        <source>F11 opens it there. A screen that is gone is used again when it is back.</source>
        <translation>按 F11 在该屏幕打开。屏幕断开后重新接上时仍会使用。</translation>
    </message>
    <message>
        <source>Seconds per campaign</source>
        <translation>每个任务的秒数</translation>
    </message>
    <message>
        <source>The overview of all campaigns stays twice as long.</source>
        <translation>全部任务的总览停留两倍时间。</translation>
    </message>
    <message>
        <source>The one of the window</source>
        <translation>窗口所在的屏幕</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1（当前未连接）</translation>
    </message>
</context>
<context>
    <name>callboard::SettingsCampaigns</name>
    <message>
        <source>Campaigns</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Find a campaign</source>
        <translation>查找任务</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Name, list size, calling hours and success rule of the chosen campaign (Enter)</source>
        <translation>所选任务的名称、名单数量、呼叫时段和成功规则（回车）</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>导入 CSV…</translation>
    </message>
    <message>
        <source>No campaigns yet. A campaign appears with its first call, or is imported from a CSV file.</source>
        <translation>还没有任务：收到第一条话单或导入 CSV 后出现。</translation>
    </message>
    <message>
        <source>%1, in this store</source>
        <translation>共 %1 个</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the campaigns and their settings to a file</source>
        <translation>将外呼任务及其设置导出到文件</translation>
    </message>
</context>
<context>
    <name>callboard::SettingsClosing</name>
    <message>
        <source>Closing the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>关闭窗口时</translation>
    </message>
    <message>
        <source>While pushes are received. Without a window, starting Callboard again shows it, and &quot;callboard --quit&quot; ends it.</source>
        <translation>在接收推送期间有效。没有窗口时，再次启动话单看板会显示窗口，用“callboard --quit”结束。</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Keep receiving without a window</source>
        <translation>不显示窗口并继续接收</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>callboard::SettingsErase</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，未做任何更改。</translation>
    </message>
    <message>
        <source>Searching: %1 %</source>
        <translation>正在查找：%1 %</translation>
    </message>
    <message>
        <source>Erase a number</source>
        <translation>清除号码</translation>
    </message>
    <message>
        <source>Number to erase</source>
        <translation>要清除的号码</translation>
    </message>
    <message>
        <source>Removes a person&apos;s number from calls, customer data, messages and the audit log. The calls are kept as counts. The number is searched for first.</source>
        <translation>从话单、客户数据、报文和审计日志中清除某人的号码；话单仍计入统计。首先只会查找。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>A phone number has 7 to 20 digits.</source>
        <translation>电话号码有 7 至 20 位数字。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>This would be permanently erased:</source>
        <translation>以下内容将被永久清除：</translation>
    </message>
    <message>
        <source>The calls are kept as counts. Copies of the store and exported files are not changed.</source>
        <translation>话单仍计入统计。以前的话单库副本和导出的文件不会改动。</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>The number is not in the store.</source>
        <translation>话单库中没有该号码。</translation>
    </message>
    <message>
        <source>Nothing of the number can be erased in the store.</source>
        <translation>话单库中没有可清除的该号码内容。</translation>
    </message>
    <message>
        <source>Erasing in small steps between pushes.</source>
        <translation>正在推送间隙分批清除。</translation>
    </message>
    <message>
        <source>Nothing was to be erased.</source>
        <translation>没有需要清除的内容。</translation>
    </message>
    <message>
        <source>Erased:</source>
        <translation>已清除：</translation>
    </message>
    <message>
        <source>Calls or messages with the number arrived in the meantime. Search again.</source>
        <translation>其间又收到含该号码的话单或报文：请再查找一次。</translation>
    </message>
    <message>
        <source>Erase messages younger than 30 days at once, too</source>
        <translation>不满 30 天的报文也立即清除</translation>
    </message>
</context>
<context>
    <name>callboard::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>设置的各部分</translation>
    </message>
</context>
<context>
    <name>callboard::SettingsPrivacy</name>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人数据</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>The middle digits are masked everywhere: tables, details, raw messages, clipboard and files.</source>
        <translation>中间几位在所有地方都会遮盖：表格、详情、原始报文、剪贴板、文件。</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示完整号码</translation>
    </message>
    <message>
        <source>Whether numbers can be shown or exported in full. Both are noted in the audit log.</source>
        <translation>查看或导出完整号码，两者都会记入审计日志。</translation>
    </message>
    <message>
        <source>Mask again</source>
        <translation>重新遮盖</translation>
    </message>
    <message>
        <source>Numbers that were revealed.</source>
        <translation>已显示的号码。</translation>
    </message>
    <message>
        <source>Columns to mask</source>
        <translation>需遮盖的列</translation>
    </message>
    <message>
        <source>Customer columns whose complete value is masked, such as names and addresses. Numbers in other columns are always masked.</source>
        <translation>整个值都遮盖的客户列，例如姓名和地址。其他列中的号码本来就会遮盖。</translation>
    </message>
    <message>
        <source>Audit log, newest first</source>
        <translation>审计日志，最新在前</translation>
    </message>
    <message>
        <source>Export log…</source>
        <translation>导出日志…</translation>
    </message>
    <message>
        <source>on request</source>
        <translation>随时允许</translation>
    </message>
    <message>
        <source>after confirmation</source>
        <translation>确认之后</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>when they are masked again</source>
        <translation>手动遮盖</translation>
    </message>
    <message>
        <source>masked now</source>
        <translation>目前已遮盖</translation>
    </message>
    <message>
        <source>revealed now</source>
        <translation>目前已显示</translation>
    </message>
    <message>
        <source>Empty: nothing was revealed or exported in full.</source>
        <translation>空：从未显示或导出过完整号码。</translation>
    </message>
    <message>
        <source>after %1 min</source>
        <translation>%1 分钟后</translation>
    </message>
    <message>
        <source>reveal %1; mask after %2 min; masked columns: %3</source>
        <translation>显示完整号码：%1；%2 分钟后重新遮盖；遮盖的列：%3</translation>
    </message>
</context>
<context>
    <name>callboard::SettingsReceiver</name>
    <message>
        <source>Saved. The receiver listens on %1.</source>
        <translation>已保存。接收地址为 %1。</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Stored in %1, which only you can read, because no keyring is available.</source>
        <translation>保存在只有您能读取的 %1 中，因为没有可用的密钥环。</translation>
    </message>
    <message>
        <source>Stored in the desktop&apos;s keyring, or in a file that only you can read where there is none.</source>
        <translation>保存在桌面密钥环中；没有密钥环时保存在只有您能读取的文件中。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>接收地址</translation>
    </message>
    <message>
        <source>Who may push</source>
        <translation>谁可以推送</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Set on the command line with --listen, which overrides this setting.</source>
        <translation>由命令行 --listen 指定；不带该选项启动之前以它为准。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>The part of the address after the port.</source>
        <translation>地址中端口之后的部分。</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>发送方</translation>
    </message>
    <message>
        <source>Addresses or ranges such as 10.1.0.0/16, one per line. Empty: any address that can reach it.</source>
        <translation>地址或网段，例如 10.1.0.0/16，每行一个。不填：所有能连到的。</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>PEM file with the chain, for HTTPS. Empty: plain HTTP.</source>
        <translation>含证书链的 PEM 文件，用于 HTTPS。不填：普通 HTTP。</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>PEM file that belongs to the certificate.</source>
        <translation>与证书配对的 PEM 文件。</translation>
    </message>
    <message>
        <source>Largest push, KiB</source>
        <translation>最大推送，KiB</translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation>最多连接数</translation>
    </message>
    <message>
        <source>From 1 to 65,535 at the same time.</source>
        <translation>同时 1 到 65,535 个。</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康检查</translation>
    </message>
    <message>
        <source>Otherwise /healthz and /metrics answer this computer only.</source>
        <translation>否则 /healthz 和 /metrics 只回答本机。</translation>
    </message>
    <message>
        <source>answers any address</source>
        <translation>回答所有人</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>显示令牌</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Generate a new token</source>
        <translation>生成新令牌</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>撤销更改</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address or a range.</source>
        <translation>“%1”不是地址，也不是网段。</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65,535.</source>
        <translation>端口是 1 到 65,535 的数字。</translation>
    </message>
    <message>
        <source>A path begins with / and contains only letters, digits and . _ ~ -</source>
        <translation>路径以 / 开头，只能含字母、数字和 . _ ~ -。</translation>
    </message>
    <message>
        <source>Only letters, digits and . _ ~ - because it is part of an address.</source>
        <translation>只能含字母、数字和 . _ ~ -，因为它写在地址里。</translation>
    </message>
    <message>
        <source>From %1 to %2 characters, so that it can&apos;t be guessed.</source>
        <translation>%1 到 %2 个字符，以免被猜到。</translation>
    </message>
    <message>
        <source>The key needs its certificate.</source>
        <translation>私钥需要配对的证书。</translation>
    </message>
    <message>
        <source>The certificate needs its key.</source>
        <translation>证书需要配对的私钥。</translation>
    </message>
    <message>
        <source>The demo receives its own simulated calls. Its receiver can&apos;t be changed.</source>
        <translation>演示只接收自己虚构的话单，不能更改接收设置。</translation>
    </message>
    <message>
        <source>The receiver is applying the new settings…</source>
        <translation>正在切换到新的设置…</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>This is not an IP address such as 127.0.0.1.</source>
        <translation>这不是 IP 地址，例如 127.0.0.1。</translation>
    </message>
    <message>
        <source>127.0.0.1 means this computer only, 0.0.0.0 (IPv6: ::) every network.</source>
        <translation>127.0.0.1 表示仅本机，0.0.0.0（IPv6 为 ::）表示所有网络。</translation>
    </message>
    <message>
        <source>The receiver is closed.</source>
        <translation>接收已关闭。</translation>
    </message>
    <message>
        <source>Reading the token. Settings can be changed afterwards.</source>
        <translation>正在读取令牌；读到之前，此处不能更改。</translation>
    </message>
    <message>
        <source>Apply these settings after pending answers are sent</source>
        <translation>答完应答的推送后，接收按此处的设置继续</translation>
    </message>
    <message>
        <source>Pushes must contain it: add ?token=… to the address at the platform. Empty: no token is required.</source>
        <translation>推送必须带上它，即平台上的地址以 …?token=… 结尾。不填：不要求令牌。</translation>
    </message>
    <message>
        <source>From 4 to 65,536. A usual push has 2 KiB.</source>
        <translation>4 到 65,536。一条推送通常为 2 KiB。</translation>
    </message>
</context>
<context>
    <name>callboard::SettingsRestore</name>
    <message>
        <source>Enter the full path, beginning with /.</source>
        <translation>需要完整路径，从 / 开始。</translation>
    </message>
    <message>
        <source>There is no file %1 that you can read.</source>
        <translation>没有可供您读取的文件 %1。</translation>
    </message>
    <message>
        <source>This is the store itself. Name a copy of it.</source>
        <translation>这就是话单库本身。请指定它的副本。</translation>
    </message>
    <message>
        <source>Not a Callboard store.</source>
        <translation>该文件不是话单库。</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>用副本替换话单库</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Copy to restore</source>
        <translation>要恢复的副本</translation>
    </message>
    <message>
        <source>Restore a copy</source>
        <translation>恢复副本</translation>
    </message>
    <message>
        <source>Put the copy
%1
in the place of the store
%2?

The copy is checked first, and is not changed. The store of now stays beside it, as %3 with the date. The window closes meanwhile, and pushes are not confirmed until it is back: the platform sends them again.</source>
        <translation>用副本
%1
替换话单库
%2？

副本会先经过检查，且不会被修改。当前话单库保留在旁边，名称为 %3 加日期。期间窗口会关闭，在恢复之前推送不会得到确认：平台会重新发送。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The current store is kept in the same folder, under a name with the date. Calls that arrived after the copy was made are only in the current store.</source>
        <translation>当前话单库会以带日期的名称保留在旁边。备份之后收到的话单只在当前话单库中。</translation>
    </message>
    <message>
        <source>A restore was ended before it was done, and left its unfinished copy %1. The next restore removes it, or you may.</source>
        <translation>一次恢复未完成即中断，留下未完成的副本 %1。下次恢复会将其删除，您也可以自行删除。</translation>
    </message>
    <message>
        <source>A restore was ended before its last step: %1 is the store from before it, whole. Keep it as long as you need it.</source>
        <translation>一次恢复在最后一步前中断：%1 是恢复之前的完整话单库。请按需保留。</translation>
    </message>
    <message>
        <source>A restore was ended and left %1: either its unfinished copy, or the store from before it. It is not touched; look at it before you remove it.</source>
        <translation>一次恢复中断后留下了 %1：它或者是未完成的副本，或者是恢复之前的存储。程序不会动它；删除前请先查看。</translation>
    </message>
</context>
<context>
    <name>callboard::SettingsResults</name>
    <message>
        <source>Result codes</source>
        <translation>结果码</translation>
    </message>
    <message>
        <source>Changes have a date, and figures are updated at once. Bold: changed.</source>
        <translation>更改带有日期，指标立即随之变化。粗体：与默认不同。</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Names, class and flags of the selected code, and from which date they are valid (Enter)</source>
        <translation>所选结果码的名称、类别和标志，以及何时起生效（回车）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the result codes to a file</source>
        <translation>将结果码导出到文件</translation>
    </message>
</context>
<context>
    <name>callboard::SettingsRetention</name>
    <message>
        <source>Calls</source>
        <translation>话单</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>calls, for ever</source>
        <translation>永久保留话单</translation>
    </message>
    <message>
        <source>Days to keep calls</source>
        <translation>话单保留天数</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>%1 至 %2。</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>应用…</translation>
    </message>
    <message>
        <source>Apply how long calls are kept</source>
        <translation>应用话单保留期限</translation>
    </message>
    <message>
        <source>Keep calls for a limited time</source>
        <translation>限期保留话单</translation>
    </message>
    <message>
        <source>Remove calls that are older than %1 days, from now on and for good? %2 of the calls of now are. They go in quiet moments, with their numbers, their messages as received and what names their contacts; their counts by quarter hour stay.</source>
        <translation>从现在起永久删除超过 %1 天的话单？当前有 %2 条。它们会在空闲时被删除，连同号码、原始报文和联系人标识；按刻钟的计数会保留。</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Saved and applied.</source>
        <translation>已保存并生效。</translation>
    </message>
    <message>
        <source>Otherwise older calls are removed, with their numbers and their messages. Their counts per quarter hour are kept, and with them charts and rates.</source>
        <translation>否则更早的话单连同号码和原始报文会被删除。按刻钟的计数会保留，因此过去的图表和比率不变。</translation>
    </message>
</context>
<context>
    <name>callboard::SettingsStorage</name>
    <message>
        <source>Enter the full path, beginning with /.</source>
        <translation>需要从 / 开始的完整路径。</translation>
    </message>
    <message>
        <source>This is a folder. Name a file in it, such as calls.db.</source>
        <translation>这是文件夹。请写出其中的文件，例如 calls.db。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>没有文件夹 %1。</translation>
    </message>
    <message>
        <source>You do not have permission to write to %1.</source>
        <translation>您无权写入 %1。</translation>
    </message>
    <message>
        <source>Not a Callboard store.</source>
        <translation>该文件不是话单数据库。</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Messages and disk</source>
        <translation>原始报文与磁盘</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>完整备份</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Set on the command line, which overrides this setting.</source>
        <translation>由命令行指定；不带该选项启动之前以它为准。</translation>
    </message>
    <message>
        <source>A new location is used from the next start. Calls are not moved: write a backup to the new location first.</source>
        <translation>新位置在下次启动后使用。话单不会自动搬移：请先备份到新位置。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>messages as received, for ever</source>
        <translation>永久保留原始报文</translation>
    </message>
    <message>
        <source>Days to keep them</source>
        <translation>保留天数</translation>
    </message>
    <message>
        <source>Minimum free disk, MB</source>
        <translation>最小剩余磁盘，MB</translation>
    </message>
    <message>
        <source>At least %1. With less, pushes are refused, so that the platform sends them again later.</source>
        <translation>不小于 %1。低于此值时拒绝推送，由平台稍后重发。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>撤销更改</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Progress of the backup</source>
        <translation>备份进度</translation>
    </message>
    <message>
        <source>Enter a file.</source>
        <translation>请填写数据库文件。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>Saved. The new location is used from the next start.</source>
        <translation>已保存。新位置在下次启动后使用。</translation>
    </message>
    <message>
        <source>Saved and applied.</source>
        <translation>已保存并生效。</translation>
    </message>
    <message>
        <source>%1 calls, %2 on disk; %3 free</source>
        <translation>%1 条话单，占用 %2；剩余 %3</translation>
    </message>
    <message>
        <source>Copying. Calls are received meanwhile…</source>
        <translation>正在备份，期间照常接收…</translation>
    </message>
    <message>
        <source>Copied to %1. It can be opened like any store.</source>
        <translation>已备份到 %1，可像任何数据库一样打开。</translation>
    </message>
    <message>
        <source>No backup was made: %1 The store and any older file of that name are not changed.</source>
        <translation>没有备份：%1数据库保持原样，同名的旧文件也没有改动。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled. This backup was removed. An older one is not changed.</source>
        <translation>已取消。这次的副本没有留下任何内容；先前的副本保持不变。</translation>
    </message>
    <message>
        <source>From %1 to %2. Older messages, refused ones too, are removed when the program is idle. Without them a call shows no raw messages and can&apos;t be rebuilt.</source>
        <translation>%1 到 %2。更早的（包括被拒消息）在空闲时删除；删除后通话不再显示原始报文，也无法重建。</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>话单库</translation>
    </message>
</context>
<context>
    <name>callboard::StatusBar</name>
    <message>
        <source>Not receiving: %1</source>
        <translation>未在接收：%1</translation>
    </message>
    <message>
        <source>Receiver is starting</source>
        <translation>接收服务正在启动</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>正在接收</translation>
    </message>
    <message>
        <source>no push yet</source>
        <translation>尚无推送</translation>
    </message>
    <message>
        <source>last push %1</source>
        <translation>最近推送：%1</translation>
    </message>
    <message>
        <source>%1 pushes/min</source>
        <translation>推送 %1 条/分钟</translation>
    </message>
    <message>
        <source>%1 awaiting outcome</source>
        <translation>待回执 %1</translation>
    </message>
    <message>
        <source>%1 calls stored</source>
        <translation>已存话单 %1</translation>
    </message>
    <message>
        <source>%1 disk free</source>
        <translation>磁盘可用 %1</translation>
    </message>
    <message>
        <source>Address for the platform</source>
        <translation>提供给平台的地址</translation>
    </message>
    <message>
        <source>Show the exports</source>
        <translation>查看导出队列</translation>
    </message>
</context>
<context>
    <name>callboard::StoreRescue</name>
    <message>
        <source>New store</source>
        <translation>新话单库</translation>
    </message>
    <message>
        <source>Callboard can&apos;t start</source>
        <translation>Callboard 无法启动</translation>
    </message>
    <message>
        <source>Salvage into a new store…</source>
        <translation>将完好的内容保存到新话单库…</translation>
    </message>
    <message>
        <source>Callboard: salvage</source>
        <translation>Callboard：抢救</translation>
    </message>
    <message>
        <source>What is sound is brought into %1. The damaged store is only read.</source>
        <translation>正在将完好的内容写入 %1。损坏的话单库只会被读取。</translation>
    </message>
    <message>
        <source>Another store</source>
        <translation>其他话单库</translation>
    </message>
    <message>
        <source>Copy to restore</source>
        <translation>要恢复的副本</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose another store…</source>
        <translation>选择其他话单库…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Restore a copy…</source>
        <translation>恢复副本…</translation>
    </message>
</context>
<context>
    <name>callboard::StoreWarning</name>
    <message>
        <source>Open the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
</context>
<context>
    <name>callboard::StoreWorkDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>callboard::TableCopier</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
</context>
<context>
    <name>callboard::TaskEditor</name>
    <message>
        <source>Campaign %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>as the result codes say</source>
        <translation>按结果码的含义</translation>
    </message>
    <message>
        <source>codes of its own</source>
        <translation>本任务自定的结果码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The name of the campaign in this program. Empty: its task_id.</source>
        <translation>本程序里显示的任务名称；不填则显示任务ID。</translation>
    </message>
    <message>
        <source>List size</source>
        <translation>名单数量</translation>
    </message>
    <message>
        <source>The number of contacts in the list, used for the progress. Empty: unknown.</source>
        <translation>名单里有多少联系人，进度以此计算。不填：未知。</translation>
    </message>
    <message>
        <source>Calling hours</source>
        <translation>呼叫时段</translation>
    </message>
    <message>
        <source>Such as Mon-Fri 09:00-12:00, 13:30-20:00; Sat 10:00-16:00. Empty: any time. Alerts for missing pushes are limited to them.</source>
        <translation>例如：周一至周五 09:00-12:00, 13:30-20:00; 周六 10:00-16:00。不填：任何时间。只有在此时段内无推送才告警。</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>结果码</translation>
    </message>
    <message>
        <source>Success is a call with one of these results.</source>
        <translation>结果为其中之一的通话算成功。</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Choose at least one code.</source>
        <translation>至少选一个结果码。</translation>
    </message>
    <message>
        <source>Not saved. The campaign is not changed. %1</source>
        <translation>没有保存，任务保持原样。%1</translation>
    </message>
    <message>
        <source>Which results count as success in this campaign. The result codes say: %1.</source>
        <translation>本任务中哪些结果算成功。按结果码的含义为：%1。</translation>
    </message>
</context>
<context>
    <name>callboard::TaskImportDialog</name>
    <message>
        <source>Import campaigns</source>
        <translation>导入任务</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>CSV file with a line of column names</source>
        <translation>首行为列名的 CSV 文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Columns: task_id, alias, list_size, calling_hours, success_rule, or 任务ID, 任务名称, 名单数量, 呼叫时段, 成功规则; only task_id must be there. A column that is missing and an empty cell leave what is known as it is.</source>
        <translation>列：任务ID、任务名称、名单数量、呼叫时段、成功规则，或 task_id、alias、list_size、calling_hours、success_rule；只有任务ID是必需的。缺少的列和空单元格保持原有内容不变。</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>文件的各行</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表格 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>%1 Nothing was imported.</source>
        <translation>%1没有导入任何内容。</translation>
    </message>
    <message>
        <source>Read as %1: %2 new, %3 changed, %4 unchanged.</source>
        <translation>按 %1 读取：新增 %2，有变化 %3，不变 %4。</translation>
    </message>
    <message>
        <source>Ignored columns: %1.</source>
        <translation>忽略的列：%1。</translation>
    </message>
    <message>
        <source>Nothing was imported. No campaign was changed. %1</source>
        <translation>没有导入任何内容，所有任务保持原样。%1</translation>
    </message>
    <message>
        <source>Imported: %1 campaigns. %2 were already up to date. Campaigns that are not in the file were not changed.</source>
        <translation>已导入 %1 个任务，另有 %2 个本来就一致；文件中没有的任务保持原样。</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>GB18030 (GBK)</source>
        <translation>GB18030（GBK）</translation>
    </message>
    <message>
        <source>%1 of %2 lines are shown, those with remarks first.</source>
        <translation>显示 %2 行中的 %1 行，有说明的行排在前面。</translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>自动（%1）</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Lines with errors, which are not imported: %1.</source>
        <translation>有 %1 行有误，不会导入。</translation>
    </message>
    <message>
        <source>Lines that are taken otherwise than they stand in the file: %1.</source>
        <translation>有 %1 行的取值与文件中的写法不同。</translation>
    </message>
    <message>
        <source>Lines that are left out, because they are no campaigns: %1.</source>
        <translation>略过 %1 行，它们不是任务。</translation>
    </message>
</context>
<context>
    <name>callboard::TestPusher</name>
    <message>
        <source>The receiver answered &quot;success&quot;. The example call of 31 May 2018 is stored; sent again, it counts as repeated.</source>
        <translation>接收服务应答“success”。2018 年 5 月 31 日的示例话单已存储；再次发送则计为重复。</translation>
    </message>
    <message>
        <source>No answer from the receiver: %1</source>
        <translation>接收服务没有应答：%1</translation>
    </message>
    <message>
        <source>The receiver answered with status %1. No call was stored.</source>
        <translation>接收服务应答状态 %1，没有存入话单。</translation>
    </message>
</context>
<context>
    <name>callboard::TopBar</name>
    <message>
        <source>Calls appear after hang-up</source>
        <translation>通话在挂断后出现</translation>
    </message>
    <message>
        <source>Live means: the platform pushes a call when it is over, so it appears here right after its hang-up. Calls still going on can&apos;t be seen.</source>
        <translation>“实时”的含义：平台在通话结束后推送话单，因此通话挂断后随即出现；进行中的通话无法看到。</translation>
    </message>
    <message>
        <source>No Chinese font found: install fonts-noto-cjk</source>
        <translation>未找到中文字体：请安装 fonts-noto-cjk</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>帮助 (F1)</translation>
    </message>
    <message>
        <source>Language, theme, help</source>
        <translation>语言、主题、帮助</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Wallboard (F11)</source>
        <translation>大屏看板（F11）</translation>
    </message>
    <message>
        <source>Demo: made-up calls</source>
        <translation>演示：模拟通话</translation>
    </message>
    <message>
        <source>The store is temporary; it goes when the window is closed.</source>
        <translation>话单库是临时的，关闭窗口后即删除。</translation>
    </message>
    <message>
        <source>Cover all numbers</source>
        <translation>遮盖全部号码</translation>
    </message>
    <message>
        <source>Show all numbers…</source>
        <translation>显示全部号码…</translation>
    </message>
</context>
<context>
    <name>callboard::TrayDesktop</name>
    <message>
        <source>Show Callboard</source>
        <translation>显示话单看板</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Callboard</source>
        <translation>话单看板</translation>
    </message>
</context>
<context>
    <name>callboard::Wallboard</name>
    <message>
        <source>Callboard: wallboard</source>
        <translation>话单看板：大屏</translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation>大屏看板</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>%1, paused (space bar)</source>
        <translation>%1，已停止轮播（空格键）</translation>
    </message>
    <message>
        <source>Waiting for the first call</source>
        <translation>等待第一条话单</translation>
    </message>
    <message>
        <source>no push yet</source>
        <translation>尚无推送</translation>
    </message>
    <message>
        <source>last push %1</source>
        <translation>最近推送：%1</translation>
    </message>
    <message>
        <source>%1  ·  %2 more</source>
        <translation>%1  ·  另有 %2 条</translation>
    </message>
    <message>
        <source>Calls per %1 min, at most %2; latest on the right</source>
        <translation>每 %1 分钟话单量，最多 %2，最新在右</translation>
    </message>
</context>
<context>
    <name>callboard::Welcome</name>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>The receiver answered &quot;success&quot;: the specification&apos;s example call is stored. It is from 31 May 2018, so you find it under Calls with a period that holds that day.</source>
        <translation>接收服务已应答 &quot;success&quot;：规范中的示例话单已存储。它发生在 2018 年 5 月 31 日，请在“话单”页选择包含该日的时段查看。</translation>
    </message>
    <message>
        <source>No answer from the receiver: %1</source>
        <translation>接收服务没有应答：%1</translation>
    </message>
    <message>
        <source>The receiver answered with status %1. Nothing was stored as a call; see Receiver for the reason.</source>
        <translation>接收服务应答状态 %1，没有存为话单；原因见“接收”页。</translation>
    </message>
    <message>
        <source>A second window opens with simulated campaigns. This store is not changed.</source>
        <translation>将打开第二个窗口，显示虚构的任务，不会写入本数据库。</translation>
    </message>
    <message>
        <source>The demo could not be started. Run &quot;callboard --demo&quot; from a terminal to see why.</source>
        <translation>无法启动演示。请在终端运行 &quot;callboard --demo&quot; 查看原因。</translation>
    </message>
    <message>
        <source>Waiting for the first call record</source>
        <translation>等待第一条话单</translation>
    </message>
    <message>
        <source>Enter this address at your dialling platform. When it pushes the first call, this page changes to the live board.</source>
        <translation>请将此地址提供给外呼平台。平台推送第一条话单后，本页会自动变为实时看板。</translation>
    </message>
    <message>
        <source>Address for call records (receiveCallRecord)</source>
        <translation>话单推送地址（receiveCallRecord）</translation>
    </message>
    <message>
        <source>Send a test push</source>
        <translation>发送测试推送</translation>
    </message>
    <message>
        <source>Sends the specification&apos;s own example to this address over HTTP</source>
        <translation>通过 HTTP 向此地址发送规范中的示例</translation>
    </message>
    <message>
        <source>Show a demo</source>
        <translation>查看演示</translation>
    </message>
    <message>
        <source>Opens a second window with simulated campaigns and a temporary store</source>
        <translation>打开第二个窗口，使用虚构的任务和用后即弃的数据库</translation>
    </message>
    <message>
        <source>The platform pushes a call when it is over, so a call appears here right after its hang-up.</source>
        <translation>平台在通话结束后推送话单，因此通话挂断后随即出现在这里。</translation>
    </message>
    <message>
        <source>Enter it at the platform as the address for call records.</source>
        <translation>请在平台上将其填为话单推送地址。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Callboard is already open with this store; its window was brought forward.</source>
        <translation>话单看板已用此数据库打开，其窗口已调到前台。</translation>
    </message>
    <message>
        <source>There is no display for the window: neither DISPLAY nor WAYLAND_DISPLAY is set. Nothing was opened. Without a display, &quot;callboardctl serve&quot; receives into the same store.</source>
        <translation>无法打开窗口：DISPLAY 和 WAYLAND_DISPLAY 均未设置，没有可用的显示器，未做任何更改。没有显示器时，“callboardctl serve” 可向同一存储接收话单。</translation>
    </message>
    <message>
        <source>Callboard has ended.</source>
        <translation>话单看板已结束。</translation>
    </message>
    <message>
        <source>No Callboard has this store open. &quot;callboardctl serve&quot; is ended by SIGTERM.</source>
        <translation>没有话单看板打开此话单库。“callboardctl serve”用 SIGTERM 结束。</translation>
    </message>
    <message>
        <source>Callboard was told to end, but has not ended yet.</source>
        <translation>已通知话单看板结束，但它尚未结束。</translation>
    </message>
</context>
</TS>
